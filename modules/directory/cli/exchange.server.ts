// tenant exchange SLUG OPERATION [--from YYYY-MM-DD] [--to YYYY-MM-DD] [--dry-run]: runs one round of the exchange with ГИС ЖКХ.
import { parseArgs } from 'node:util';
import type { CommandRun } from '@zhkh/kernel/module.server';
import { operations } from '../connectors/gis-exchange/operations/index.server.ts';
import { type ExchangeReport, runExchange } from '../connectors/gis-exchange/run-exchange.server.ts';

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const IDS = operations.map((one) => one.id).join('|');
const USAGE = `tenant exchange SLUG ${IDS} [--from YYYY-MM-DD] [--to YYYY-MM-DD] [--dry-run]`;

const exchange: CommandRun = async (command) => {
  const { values, positionals } = parseArgs({
    args: command.args,
    allowPositionals: true,
    options: { 'dry-run': { type: 'boolean', default: false }, from: { type: 'string' }, to: { type: 'string' } },
  });
  const [slug = '', operation = ''] = positionals;
  const days = [values.from, values.to].filter((day) => day !== undefined);
  if (!operations.some((one) => one.id === operation) || !days.every((day) => DAY.test(day))) throw new Error(USAGE);
  const report = await runExchange(await command.region(slug), {
    operation,
    dryRun: values['dry-run'],
    signal: command.signal,
    ...(values.from !== undefined && { from: values.from }),
    ...(values.to !== undefined && { to: values.to }),
  });
  return tell(report, slug, command.print);
};

function tell(report: ExchangeReport, slug: string, print: (line: string) => void): number {
  const { answered, empty, failed, waiting } = report;
  print(`requests: ${answered} answered, ${empty} with nothing to tell, ${failed} refused, ${waiting} still under way`);
  if (!report.import) return 0;
  const { state, rowsRead, rowsFailed, importId } = report.import;
  const counts = Object.entries(report.import.counts).map(([name, count]) => `${name} ${count}`);
  print(`${state}: ${rowsRead} records, ${rowsFailed} refused; ${counts.join(', ')}`);
  if (state === 'staged') print(`nothing is changed yet; to apply: npm run tenant -- import ${slug} --apply ${importId}`);
  return state === 'done' || state === 'staged' ? 0 : 1;
}

export default exchange;
