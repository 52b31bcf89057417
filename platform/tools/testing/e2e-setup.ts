// Playwright's global setup: unpacks the browser once (parallel workers would break it), then brings up the built product.
import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export default async function setUp(): Promise<() => Promise<void>> {
  if (process.platform === 'linux' && process.arch === 'x64' && !process.env.CHROMIUM_PATH) {
    const { default: chromium } = await import('@sparticuz/chromium');
    await chromium.executablePath();
  }
  const child = fork(fileURLToPath(new URL('./e2e-stack.ts', import.meta.url)), {
    execArgv: ['--disable-warning=ExperimentalWarning'],
  });
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  await Promise.race([
    new Promise((resolve) => child.once('message', resolve)),
    ended.then((code) => Promise.reject(new Error(`the product did not start (exit ${code}); what it said is above`))),
  ]);
  return async () => {
    if (child.connected) child.disconnect();
    await ended;
  };
}
