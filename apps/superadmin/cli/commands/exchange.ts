// tenant exchange SLUG OPERATION [--from YYYY-MM-DD] [--to YYYY-MM-DD] [--dry-run]: one round of the exchange with ГИС ЖКХ.
import { parseArgs } from 'node:util';
import { exchangeOperations, runExchange } from '../../../../modules/installed.server.ts';
import { type Command, regionOf, withRuntime } from '../command.ts';

const DAY = /^\d{4}-\d{2}-\d{2}$/;

const exchange: Command = ({ config, args, say }) =>
  withRuntime(config, async (runtime) => {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { 'dry-run': { type: 'boolean', default: false }, from: { type: 'string' }, to: { type: 'string' } },
    });
    const [slug, operation = ''] = positionals;
    const days = [values.from, values.to].filter((day) => day !== undefined);
    if (!exchangeOperations.some((one) => one.id === operation) || !days.every((day) => DAY.test(day)))
      throw new Error(
        `tenant exchange SLUG ${exchangeOperations.map((one) => one.id).join('|')} [--from YYYY-MM-DD] [--to YYYY-MM-DD] [--dry-run]`,
      );
    const ctx = await runtime.systemContext(await regionOf(runtime, slug));
    const stop = new AbortController();
    process.once('SIGINT', () => stop.abort());
    const report = await runExchange(ctx, {
      operation,
      dryRun: values['dry-run'],
      signal: stop.signal,
      ...(values.from !== undefined && { from: values.from }),
      ...(values.to !== undefined && { to: values.to }),
    });
    const { answered, empty, failed, waiting } = report;
    say(`requests: ${answered} answered, ${empty} with nothing to tell, ${failed} refused, ${waiting} still under way`);
    if (!report.import) return 0;
    const counts = Object.entries(report.import.counts).map(([name, count]) => `${name} ${count}`);
    say(`${report.import.state}: ${report.import.rowsRead} records, ${report.import.rowsFailed} refused; ${counts.join(', ')}`);
    if (report.import.state === 'staged')
      say(`nothing is changed yet; to apply: npm run tenant -- import ${slug} --apply ${report.import.importId}`);
    return report.import.state === 'done' || report.import.state === 'staged' ? 0 : 1;
  });

export default exchange;
