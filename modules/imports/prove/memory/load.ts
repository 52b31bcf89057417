// The process whose memory is measured: loads one file and says what it took at its peak.
import { type Addresses, openContext } from '../../testing/ground.ts';
import { runImport } from '../../run/run-import.server.ts';

export interface MemoryOrder {
  addresses: Addresses;
  connector: string;
  filePath: string;
}

export interface MemoryReport {
  state: string;
  rows: number;
  seconds: number;
  /** As the system counts: the highest resident set of the whole life. */
  peakMb: number;
}

const { addresses, connector, filePath } = JSON.parse(process.argv[2] ?? '{}') as MemoryOrder;
const { ctx, close } = await openContext(addresses);
const started = performance.now();
let told = started;
const report = await runImport(ctx, {
  connector,
  filePath,
  onProgress: ({ phase, rows, rowsPerSecond, secondsLeft }) => {
    if (performance.now() - told < 10_000 && phase === 'staging') return;
    told = performance.now();
    console.log(
      `${phase}: ${rows} records, ${rowsPerSecond} a second, ${secondsLeft ?? '?'} s left, ${Math.round(process.memoryUsage.rss() / 1e6)} MB`,
    );
  },
});
const result: MemoryReport = {
  state: report.error ? `${report.state} ${report.error}` : report.state,
  rows: report.rowsRead,
  seconds: Math.round((performance.now() - started) / 1000),
  peakMb: Math.round((process.resourceUsage().maxRSS * 1024) / 1e6),
};
await new Promise<void>((resolve) => process.send?.(result, () => resolve()));
await close();
process.disconnect?.();
