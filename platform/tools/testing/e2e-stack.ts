// The product under end-to-end test, as a process: own ports, own throw-away data; ends when whoever started it lets go.
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { createProgress } from '../local/progress.server.ts';
import { startStack } from '../local/stack.server.ts';
import { type E2eStack, e2eFile, projectRoot } from './e2e.ts';

const base = Number(process.env.E2E_PORT_BASE || 4300);
const dataDir = mkdtempSync(path.join(os.tmpdir(), 'zhkh-e2e-'));
chmodSync(dataDir, 0o755);
const stop = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => stop.abort());
process.once('disconnect', () => stop.abort());

try {
  const stack = await startStack({
    root: projectRoot,
    dataDir,
    ports: {
      portal: base,
      partner: base + 1,
      superadmin: base + 2,
      catcher: base + 3,
      worker: base + 4,
      smtp: base + 25,
      postgres: base + 30,
    },
    env: { ...process.env, DATABASE_URL: undefined, DATABASE_OWNER_URL: undefined },
    throwAway: true,
    progress: createProgress((text) => void process.stderr.write(text)),
    signal: stop.signal,
  });
  const { urls, ports } = stack;
  const facts: E2eStack = {
    ports,
    portal: { tyumen: urls.portal('tyumen'), omsk: urls.portal('omsk') },
    partner: urls.partner,
    superadmin: urls.superadmin,
    catcher: urls.catcher,
    databaseUrl: stack.postgres?.superuserUrl ?? stack.ownerUrl,
    dataDir,
    signIns: stack.signIns(),
  };
  mkdirSync(path.dirname(e2eFile), { recursive: true });
  writeFileSync(e2eFile, JSON.stringify(facts, null, 2));
  process.send?.('ready');
  if (!stop.signal.aborted) await new Promise((resolve) => stop.signal.addEventListener('abort', resolve, { once: true }));
  await stack.stop();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
} finally {
  rmSync(dataDir, { recursive: true, force: true });
  process.exit();
}
