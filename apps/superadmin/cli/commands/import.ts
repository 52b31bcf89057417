// tenant import SLUG CONNECTOR FILE [--dry-run] [--date YYYY-MM-DD] | tenant import SLUG --apply ID: a register file through the directory's own import.
import path from 'node:path';
import { parseArgs } from 'node:util';
import {
  applyImport,
  type ImportProgress,
  type ImportReport,
  runImport,
  sourceIdsOf,
} from '../../../../modules/installed.server.ts';
import type { Context } from '@zhkh/kernel/module.server';
import { type Command, regionOf, withRuntime } from '../command.ts';

const importFile: Command = ({ config, args, say }) =>
  withRuntime(config, async (runtime) => {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { 'dry-run': { type: 'boolean', default: false }, apply: { type: 'string' }, date: { type: 'string' } },
    });
    const [slug, connector = '', file] = positionals;
    const ctx = await runtime.systemContext(await regionOf(runtime, slug));
    if (values.apply) return tell(ctx, await applyImport(ctx, values.apply), say);
    const ids = sourceIdsOf(ctx);
    const known = ids.find((id) => id === connector) ?? (connector.startsWith('profile-') ? connector : undefined);
    if (!known || !file) throw new Error(`tenant import SLUG ${ids.join('|')}|profile-CODE FILE [--dry-run] [--date YYYY-MM-DD]`);
    const stop = new AbortController();
    process.once('SIGINT', () => stop.abort());
    const report = await runImport(ctx, {
      connector: known,
      filePath: path.resolve(file),
      dryRun: values['dry-run'],
      signal: stop.signal,
      ...(values.date !== undefined && { factDate: values.date }),
      onProgress: progressTo(say),
    });
    return tell(ctx, report, say);
  });

/** A line every five seconds, so that a log of it can be read as well. */
function progressTo(say: (line: string) => void): (progress: ImportProgress) => void {
  let told = performance.now();
  return (progress) => {
    if (progress.phase !== 'staging') {
      say(`${progress.rows} rows staged, ${progress.phase}`);
      return;
    }
    if (performance.now() - told < 5000) return;
    told = performance.now();
    const share = progress.totalBytes > 0 ? `${Math.round((100 * progress.bytes) / progress.totalBytes)} %, ` : '';
    const left = progress.secondsLeft === null ? '' : `, ${progress.secondsLeft} s left`;
    say(`${share}${progress.rows} rows, ${progress.failed} refused, ${progress.rowsPerSecond} rows/s${left}`);
  };
}

function tell(ctx: Context, report: ImportReport, say: (line: string) => void): number {
  const counts = Object.entries(report.counts).filter(([, count]) => count !== 0);
  const changes = counts.map(([name, count]) => `${name} ${count}`).join(', ') || 'nothing changed';
  say(`${report.state}: ${report.rowsRead} rows read, ${report.rowsFailed} refused; ${changes}`);
  if (report.error) say(wordsOf(ctx, report.error));
  if (report.state === 'staged')
    say(`nothing is changed yet; to apply: npm run tenant -- import ${ctx.tenant.slug} --apply ${report.importId}`);
  return report.state === 'done' || report.state === 'staged' ? 0 : 1;
}

/** «columns: Адрес ОЖФ» → the reason as the operator's page says it, with what is missing. */
function wordsOf(ctx: Context, error: string): string {
  const [reason = '', ...detail] = error.split(': ');
  const words = ctx.t(`imports:runs.reasons.${reason.replace(/^imports\./, '')}`);
  return [words.includes('runs.reasons') ? reason : words, ...detail].join(': ');
}

export default importFile;
