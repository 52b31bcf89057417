// npm start and npm run dev: the whole product until Ctrl-C.
import path from 'node:path';
import { createProgress } from '../local/progress.server.ts';
import { startStack } from '../local/stack.server.ts';
import { summary } from '../local/summary.server.ts';
import type { CommandInput } from './command.ts';

export default async function start({ root, name, env, signal }: CommandInput): Promise<number> {
  const dev = name === 'dev';
  const began = Date.now();
  const stack = await startStack({
    root,
    dataDir: path.resolve(root, env.DATA_DIR || '.data'),
    env,
    dev,
    signal,
    progress: createProgress(),
  });
  if (!signal.aborted) process.stdout.write(summary(stack, Date.now() - began));
  await new Promise<void>((resolve) =>
    signal.aborted ? resolve() : signal.addEventListener('abort', () => resolve(), { once: true }),
  );
  process.stdout.write('\nОстанавливаю… / stopping\n');
  await stack.stop();
  process.stdout.write('✔ всё остановлено, данные сохранены / stopped, data kept\n');
  return 0;
}
