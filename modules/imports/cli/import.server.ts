// tenant import SLUG CONNECTOR FILE | SLUG --apply ID: imports a register file, or applies its dry run.
import { parseArgs } from 'node:util';
import type { CommandRun, Context } from '@zhkh/kernel/module.server';
import type { ImportProgress, ImportReport } from '../connector.ts';
import { applyImport, runImport } from '../run/run-import.server.ts';
import { sourceIdsOf } from '../run/sources-of.server.ts';

type Print = (line: string) => void;

const importFile: CommandRun = async (command) => {
  const { values, positionals } = parseArgs({
    args: command.args,
    allowPositionals: true,
    options: { 'dry-run': { type: 'boolean', default: false }, apply: { type: 'string' }, date: { type: 'string' } },
  });
  const [slug, connector = '', file] = positionals;
  const ctx = await command.region(slug);
  if (values.apply) return tell(ctx, await applyImport(ctx, values.apply), command.print);
  const ids = sourceIdsOf(ctx);
  const known = ids.find((id) => id === connector) ?? (connector.startsWith('profile-') ? connector : undefined);
  if (!known || !file) throw new Error(`tenant import SLUG ${ids.join('|')}|profile-CODE FILE [--dry-run] [--date YYYY-MM-DD]`);
  const report = await runImport(ctx, {
    connector: known,
    filePath: command.pathOf(file),
    dryRun: values['dry-run'],
    signal: command.signal,
    ...(values.date !== undefined && { factDate: values.date }),
    onProgress: progressTo(command.print),
  });
  return tell(ctx, report, command.print);
};

/** A line every five seconds, so that a log of it can be read as well. */
function progressTo(print: Print): (progress: ImportProgress) => void {
  let told = performance.now();
  return (progress) => {
    if (progress.phase !== 'staging') {
      print(`${progress.rows} rows staged, ${progress.phase}`);
      return;
    }
    if (performance.now() - told < 5000) return;
    told = performance.now();
    const share = progress.totalBytes > 0 ? `${Math.round((100 * progress.bytes) / progress.totalBytes)} %, ` : '';
    const left = progress.secondsLeft === null ? '' : `, ${progress.secondsLeft} s left`;
    print(`${share}${progress.rows} rows, ${progress.failed} refused, ${progress.rowsPerSecond} rows/s${left}`);
  };
}

function tell(ctx: Context, report: ImportReport, print: Print): number {
  const counts = Object.entries(report.counts).filter(([, count]) => count !== 0);
  const changes = counts.map(([name, count]) => `${name} ${count}`).join(', ') || 'nothing changed';
  print(`${report.state}: ${report.rowsRead} rows read, ${report.rowsFailed} refused; ${changes}`);
  if (report.error) print(wordsOf(ctx, report.error));
  if (report.state === 'staged')
    print(`nothing is changed yet; to apply: npm run tenant -- import ${ctx.tenant.slug} --apply ${report.importId}`);
  return report.state === 'done' || report.state === 'staged' ? 0 : 1;
}

/** «columns: Адрес ОЖФ» → the reason as the operator's page says it, with what is missing. */
function wordsOf(ctx: Context, error: string): string {
  const [reason = '', ...detail] = error.split(': ');
  const words = ctx.t(`imports:runs.reasons.${reason.replace(/^imports\./, '')}`);
  return [words.includes('runs.reasons') ? reason : words, ...detail].join(': ');
}

export default importFile;
