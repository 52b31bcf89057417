// tenant import SLUG CONNECTOR FILE: a register file through the directory's own import.
import path from 'node:path';
import { connectorIds, runImport } from '../../../../modules/installed.server.ts';
import { type Command, regionOf, withRuntime } from '../command.ts';

const importFile: Command = ({ config, args, say }) =>
  withRuntime(config, async (runtime) => {
    const [slug, connector = '', file] = args;
    const known = connectorIds.find((id) => id === connector);
    if (!known || !file) throw new Error(`tenant import SLUG ${connectorIds.join('|')} FILE`);
    const ctx = await runtime.systemContext(await regionOf(runtime, slug));
    const report = await runImport(ctx, { connector: known, filePath: path.resolve(file) });
    const counts = Object.entries(report.counts).map(([name, count]) => `${name} ${count}`);
    say(`${report.state}: ${report.rowsRead} rows read, ${report.rowsFailed} refused; ${counts.join(', ')}`);
    if (report.error) say(report.error);
    return report.state === 'done' ? 0 : 1;
  });

export default importFile;
