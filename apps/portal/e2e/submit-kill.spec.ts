// The short form of `npm run prove -- submit-kill`: a few kills under load, and a planted bug that must be seen.
import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from '@playwright/test';
import { e2eStack, projectRoot } from '@zhkh/tools/testing';

test.describe.configure({ mode: 'serial', timeout: 180_000 });

const run = promisify(execFile);
const program = path.join(projectRoot, 'modules/complaints/prove/submit-kill.ts');

async function prove(...args: string[]): Promise<{ code: number; out: string }> {
  const port = String(e2eStack().ports.portal + 60);
  try {
    const { stdout } = await run(process.execPath, [program, '--short', '--port', port, ...args], { cwd: projectRoot });
    return { code: 0, out: stdout };
  } catch (error) {
    const failed = error as { code?: number; stdout?: string; stderr?: string };
    return { code: failed.code ?? 1, out: `${failed.stdout}${failed.stderr}` };
  }
}

test('every receipt is one complaint and one delivery while web, worker and database are killed', async () => {
  const { code, out } = await prove('--kills', '5', '--seed', '11');
  console.log(out);
  expect(out).toMatch(/violations: 0/);
  expect(code).toBe(0);
});

test('a product that forgets its keys is found out', async () => {
  const { code, out } = await prove('--kills', '3', '--seed', '12', '--plant', 'no-idempotency');
  expect(out).toMatch(/violations: [1-9]/);
  expect(code).toBe(1);
});
