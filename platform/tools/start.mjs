// Every npm script begins here, under whatever Node ≥ 20 the machine has and before anything is installed: no imports but Node's own.
// Installs when needed, then goes on as inside.mjs under the Node that came from npm.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const modules = path.join(root, 'node_modules');
const lockFile = path.join(root, 'package-lock.json');
const marker = path.join(modules, '.data', 'installed');
const ownParent = process.ppid;

if (Number(process.versions.node.split('.')[0]) < 20) {
  fail(`This project needs Node 20 or newer to begin; this is ${process.versions.node}.`);
}
process.chdir(root);
install();
goOn();

function fail(message) {
  process.stderr.write(`${message}\n`);
  process.exit(1);
}

/** `npm ci` unless what lies in node_modules is exactly what the lock file says. */
function install() {
  const hash = createHash('sha256').update(readFileSync(lockFile)).digest('hex');
  if (isInstalled(hash)) return;
  const started = Date.now();
  process.stderr.write('▸ installing packages (npm ci), about a minute\n');
  const npmCli = process.env.npm_execpath;
  const [command, args] = npmCli?.endsWith('.js') ? [process.execPath, [npmCli, 'ci']] : ['npm', ['ci']];
  const done = spawnSync(command, [...args, '--no-fund', '--no-audit', '--loglevel=error'], {
    // What a command prints may be its product: words about the installation go elsewhere.
    stdio: ['inherit', 2, 2],
    cwd: root,
    shell: process.platform === 'win32',
  });
  if (done.status !== 0) fail('npm ci did not finish; its message is above.');
  remember(hash);
  process.stderr.write(`✔ packages installed, ${((Date.now() - started) / 1000).toFixed(1)} s\n`);
}

function remember(hash) {
  mkdirSync(path.dirname(marker), { recursive: true });
  writeFileSync(marker, hash);
}

function isInstalled(hash) {
  try {
    if (readFileSync(marker, 'utf8') === hash) return true;
  } catch {
    // No marker: installed by hand, or not at all.
  }
  if (!existsSync(path.join(modules, '.package-lock.json')) || !sameTree()) return false;
  remember(hash);
  return true;
}

/** npm's own record of node_modules against the lock file; packages for other systems are absent by right. */
function sameTree() {
  const wanted = JSON.parse(readFileSync(lockFile, 'utf8')).packages;
  const present = JSON.parse(readFileSync(path.join(modules, '.package-lock.json'), 'utf8')).packages;
  return Object.entries(wanted).every(([where, pack]) => {
    if (where === '' || !where.startsWith('node_modules/')) return true;
    const found = present[where];
    return found ? found.version === pack.version : pack.optional === true || pack.peer === true;
  });
}

/** Under node_modules/.bin/node, as a child that is told of our end by its IPC channel and tells us its own by its exit code. */
function goOn() {
  const [command = 'start', ...args] = process.argv.slice(2);
  const node = ownNode();
  const env = {
    ...process.env,
    PATH: [path.join(modules, '.bin'), process.env.PATH].filter(Boolean).join(path.delimiter),
    // TypeScript is stripped and compiled once, not by each of a dozen processes.
    NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE ?? path.join(modules, '.cache', 'node'),
  };
  const child = spawn(node, [path.join(root, 'platform/tools/inside.mjs'), command, ...args], {
    cwd: root,
    env,
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.connected && child.send({ stop: signal }));
  child.on('error', (error) => fail(`Cannot start ${node}: ${error.message}`));
  child.on('exit', (code, signal) => process.exit(signal ? 1 : (code ?? 1)));
  watchNpm(child);
}

/** npm killed the hard way leaves us, or the shell between, without a parent: nobody could stop us any more, so we stop. */
function watchNpm(child) {
  if (!process.env.npm_lifecycle_event || ownParent === 1) return;
  const shellParent = parentOf(ownParent);
  const orphaned = () => process.ppid !== ownParent || parentOf(ownParent) !== shellParent;
  setInterval(() => orphaned() && child.connected && child.send({ stop: 'the end of npm' }), 500).unref();
}

/** Where the system tells (Linux). */
function parentOf(pid) {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ')[1];
  } catch {
    return undefined;
  }
}

function ownNode() {
  const suffix = process.platform === 'win32' ? 'node.exe' : 'bin/node';
  const pack = readdirSync(modules).find(
    (name) => /^node-(bin-)?(linux|darwin|win)-(x64|arm64)$/.test(name) && existsSync(path.join(modules, name, suffix)),
  );
  if (pack) return path.join(modules, pack, suffix);
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath;
  return fail('No Node 26 came with the packages for this system and the machine’s own is older than 24.');
}
