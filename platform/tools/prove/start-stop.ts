// npm run prove -- start-stop: `npm start` ended in every way there is leaves nothing running, and the next start finds everything.
// Own ports (from 4400, PROVE_PORT_BASE moves them) and own data; Linux only, it reads /proc.
import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, openSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { waitUntil } from '../local/processes.server.ts';
import { projectRoot } from '../testing/e2e.ts';

const base = Number(process.env.PROVE_PORT_BASE || 4400);
const dataDir = mkdtempSync(path.join(os.tmpdir(), 'zhkh-prove-'));
chmodSync(dataDir, 0o755);
const log = path.join(dataDir, 'start.log');
const env = {
  ...process.env,
  DATA_DIR: dataDir,
  PORT_PORTAL: String(base),
  PORT_PARTNER: String(base + 1),
  PORT_SUPERADMIN: String(base + 2),
  PORT_CATCHER: String(base + 3),
  PORT_WORKER: String(base + 4),
  PORT_SMTP: String(base + 25),
  PORT_POSTGRES: String(base + 30),
};

interface Running {
  npm: ChildProcess;
  seconds: number;
}

type Kill = (running: Running) => void;

/** Processes that work for this data folder: told by their environment or their arguments, whoever their parent is. */
function ours(): { pid: number; command: string }[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid)
    .flatMap((name) => {
      const command = read(`/proc/${name}/cmdline`).replaceAll('\0', ' ').trim();
      const mine = command.includes(dataDir) || read(`/proc/${name}/environ`).includes(`DATA_DIR=${dataDir}`);
      return mine && command !== '' ? [{ pid: Number(name), command }] : [];
    });
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

async function start(): Promise<Running> {
  const began = Date.now();
  const out = openSync(log, 'w');
  const npm = spawn('npm', ['start'], { cwd: projectRoot, env, stdio: ['ignore', out, out], detached: true });
  const up = await waitUntil(() => npm.exitCode !== null || read(log).includes('Ctrl-C'), 180_000, 100);
  if (!up || npm.exitCode !== null) throw new Error(`npm start did not come up:\n${read(log).split('\n').slice(-20).join('\n')}`);
  return { npm, seconds: (Date.now() - began) / 1000 };
}

const group =
  (signal: NodeJS.Signals): Kill =>
  ({ npm }) =>
    process.kill(-(npm.pid ?? 0), signal);
const link =
  (part: string): Kill =>
  () => {
    const found = ours().filter(({ command }) => command.includes(part) && !command.startsWith('sh '));
    if (found.length === 0) throw new Error(`no process ${part}`);
    for (const { pid } of found) process.kill(pid, 'SIGKILL');
  };

const ways: [string, Kill][] = [
  ['Ctrl-C (SIGINT to the group)', group('SIGINT')],
  ['SIGTERM to the group', group('SIGTERM')],
  ['terminal lost (SIGHUP to the group)', group('SIGHUP')],
  ['kill -9 of the supervisor', link('local/inside.mjs')],
  ['kill -9 of start.mjs', link('local/start.mjs start')],
  ['kill -9 of npm', ({ npm }) => npm.kill('SIGKILL')],
  ['kill -9 of the whole group', group('SIGKILL')],
];

let bad = 0;
const tell = (text: string) => process.stdout.write(`${text}\n`);
try {
  for (const [title, kill] of ways) {
    const running = await start();
    kill(running);
    const since = Date.now();
    const clean = await waitUntil(() => ours().length === 0, 20_000, 100);
    if (!clean) bad++;
    tell(
      `${clean ? '✔' : '✘'} ${title}: up after ${running.seconds.toFixed(1)} s, all gone after ${((Date.now() - since) / 1000).toFixed(1)} s`,
    );
    for (const { pid, command } of ours()) tell(`    left: ${pid} ${command.slice(0, 120)}`);
  }
  const first = await start();
  group('SIGKILL')(first);
  const second = await start();
  tell(`✔ started again at once after kill -9: up after ${second.seconds.toFixed(1)} s`);
  group('SIGINT')(second);
  if (!(await waitUntil(() => ours().length === 0, 20_000, 100))) bad++;
} finally {
  for (const { pid } of ours()) process.kill(pid, 'SIGKILL');
  rmSync(dataDir, { recursive: true, force: true });
}
tell(bad === 0 ? `\n${ways.length + 1} ways, nothing left` : `\n${bad} ways left something running`);
process.exit(bad === 0 ? 0 : 1);
