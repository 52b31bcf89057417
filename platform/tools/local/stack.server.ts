// The whole product on one machine: database, catcher, worker and three apps.
// `npm start`, the end-to-end tests and the drills all stand on it.
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { buildApps } from './build-apps.server.ts';
import { busyPorts } from './check-ports.server.ts';
import {
  catcherFolder,
  type Databases,
  type Env,
  type LocalPorts,
  localEnv,
  localPorts,
  withoutOwner,
} from './local-env.server.ts';
import { type ManagedProcess, manage } from './managed-process.server.ts';
import { waitUntil } from './processes.server.ts';
import { type Progress, silent } from './progress.server.ts';
import { runNode } from './run-node.server.ts';
import { claim, release } from './supervisor-lock.server.ts';
import { type EmbeddedPostgres, startPostgres } from './start-postgres.server.ts';

export type ProcessName = 'catcher' | 'worker' | 'portal' | 'partner' | 'superadmin';

/** A demo sign-in, as the regions' CLI writes it. */
export interface SignIn {
  app: 'portal' | 'partner' | 'superadmin';
  region: string | null;
  role: string;
  /** Phone of a resident, e-mail of everybody else. */
  login: string;
  password: string | null;
  totpSecret: string | null;
  address: string;
  /** How to get what is asked beyond the password. */
  note: string;
}

export interface StackOptions {
  /** Root of the project. */
  root: string;
  dataDir: string;
  ports?: Partial<LocalPorts>;
  env?: Env;
  regions?: readonly string[];
  /** Throw-away database without fsync, for tests; drills about durability leave it off. */
  throwAway?: boolean;
  /** Vite in middleware mode instead of builds. */
  dev?: boolean;
  /** Which processes to start; all by default. */
  only?: readonly ProcessName[];
  progress?: Progress;
  signal?: AbortSignal;
}

export interface Stack {
  ports: LocalPorts;
  /** Environment of the CLI and the worker; web processes get it without the owner's login. */
  env: Record<string, string>;
  databaseUrl: string;
  ownerUrl: string;
  urls: { portal(slug: string): string; partner: string; superadmin: string; catcher: string };
  /** null where DATABASE_URL names a server of its own. */
  postgres: EmbeddedPostgres | null;
  process(name: ProcessName): ManagedProcess;
  signIns(): SignIn[];
  stop(): Promise<void>;
}

export async function startStack(options: StackOptions): Promise<Stack> {
  const given = { ...options.env };
  const dataDir = path.resolve(options.dataDir);
  const ports = { ...localPorts(given), ...options.ports };
  const progress = options.progress ?? silent;
  mkdirSync(path.join(dataDir, 'logs'), { recursive: true });
  const { leftover } = claim(dataDir);
  // Children of a killed supervisor end by themselves within seconds.
  if (leftover) await waitUntil(async () => (await busyPorts(ports)).length === 0, 8000, 200);
  const busy = await busyPorts(ports);
  if (busy.length > 0) {
    release(dataDir);
    throw new PortsTaken(busy);
  }
  const parts = new Parts(options, given, dataDir, ports, progress);
  try {
    return await parts.start();
  } catch (error) {
    await parts.stop();
    throw error;
  }
}

export class PortsTaken extends Error {
  readonly expected = true;

  constructor(messages: string[]) {
    super(messages.join('\n'));
    this.name = 'PortsTaken';
  }
}

class Parts {
  private readonly options: StackOptions;
  private readonly given: Env;
  private readonly dataDir: string;
  private readonly ports: LocalPorts;
  private readonly progress: Progress;
  private postgres: EmbeddedPostgres | null = null;
  private readonly processes = new Map<ProcessName, ManagedProcess>();

  constructor(options: StackOptions, given: Env, dataDir: string, ports: LocalPorts, progress: Progress) {
    this.options = options;
    this.given = given;
    this.dataDir = dataDir;
    this.ports = ports;
    this.progress = progress;
  }

  async start(): Promise<Stack> {
    const building = this.options.dev ? Promise.resolve() : this.build();
    building.catch(() => undefined);
    const databases = await this.database();
    const env = localEnv(this.given, this.dataDir, this.ports, databases);
    await this.provision(env);
    for (const name of ['catcher', 'worker'] as const) this.launch(name, env);
    await building;
    for (const name of ['portal', 'partner', 'superadmin'] as const) this.launch(name, env);
    await this.progress.step('processes answer', () => Promise.all([...this.processes.values()].map((p) => p.ready())));
    return this.describe(env, databases);
  }

  private build(): Promise<unknown> {
    const onEvent = (text: string) => this.progress.say(text);
    return this.progress.step('build of the three apps', () =>
      buildApps({ root: this.options.root, env: this.given, onEvent, ...this.signal() }),
    );
  }

  private async database(): Promise<Databases> {
    const { DATABASE_URL: url, DATABASE_OWNER_URL: ownerUrl } = this.given;
    if (url && ownerUrl) return { url, ownerUrl };
    if (url)
      throw new Error(
        'DATABASE_URL is set without DATABASE_OWNER_URL: migrations need a login that may create schemas and roles.',
      );
    const { throwAway = false } = this.options;
    const onEvent = (text: string) => this.progress.say(text);
    this.postgres = await this.progress.step('PostgreSQL 18', () =>
      startPostgres({
        home: throwAway ? path.join(this.dataDir, 'throw-away') : this.dataDir,
        port: this.ports.postgres,
        throwAway,
        onEvent,
      }),
    );
    return { url: this.postgres.controlUrl, ownerUrl: this.postgres.ownerUrl };
  }

  private async provision(env: Record<string, string>): Promise<void> {
    const cli = path.join(this.options.root, 'apps/superadmin/cli/tenant.ts');
    const regions = this.options.regions ?? ['tyumen', 'omsk'];
    await this.progress.step(`database, regions ${regions.join(', ')}, demo data`, (note) =>
      runNode([cli, 'ensure', ...regions], {
        cwd: this.options.root,
        env: { ...this.given, ...env },
        onLine: note,
        ...this.signal(),
      }),
    );
  }

  private launch(name: ProcessName, env: Record<string, string>): void {
    if (this.options.only && !this.options.only.includes(name)) return;
    const one = manage({
      name,
      ...this.program(name),
      cwd: this.options.root,
      env: {
        ...(name === 'worker' ? { ...this.given, ...env } : withoutOwner({ ...this.given, ...env })),
        ...this.nodeEnv(),
      } as NodeJS.ProcessEnv,
      logFile: path.join(this.dataDir, 'logs', `${name}.log`),
      show: this.options.dev === true && name !== 'catcher',
      onEvent: (text) => this.progress.say(text),
    });
    this.processes.set(name, one);
    one.start();
  }

  private nodeEnv(): Env {
    return { NODE_ENV: this.options.dev ? 'development' : 'production' };
  }

  private program(name: ProcessName): { args: string[]; readyUrl: string } {
    const { root, dev } = this.options;
    const readyUrl = `http://127.0.0.1:${this.ports[name]}/readyz`;
    if (name === 'catcher') {
      const file = path.join(root, 'platform/tools/local/catcher/main.ts');
      return { args: [file, String(this.ports.catcher), String(this.ports.smtp), catcherFolder(this.dataDir)], readyUrl };
    }
    const file = name === 'worker' ? 'apps/superadmin/worker.ts' : `apps/${name}/server.ts`;
    return { args: [path.join(root, file), ...(dev && name !== 'worker' ? ['--dev'] : [])], readyUrl };
  }

  private signal(): { signal?: AbortSignal } {
    return this.options.signal ? { signal: this.options.signal } : {};
  }

  private describe(env: Record<string, string>, databases: Databases): Stack {
    const { ports, dataDir } = this;
    return {
      ports,
      env,
      databaseUrl: databases.url,
      ownerUrl: databases.ownerUrl,
      urls: {
        portal: (slug) => `http://${slug}.localhost:${ports.portal}`,
        partner: `http://localhost:${ports.partner}`,
        superadmin: `http://localhost:${ports.superadmin}`,
        catcher: `http://localhost:${ports.catcher}`,
      },
      postgres: this.postgres,
      process: (name) => {
        const found = this.processes.get(name);
        if (!found) throw new Error(`${name} was not started`);
        return found;
      },
      signIns: () => readSignIns(dataDir),
      stop: () => this.stop(),
    };
  }

  /** Doors first, then who works behind them, then the database. */
  async stop(): Promise<void> {
    await Promise.all([...this.processes.values()].map((p) => p.stop()));
    await this.postgres?.stop();
    release(this.dataDir);
  }
}

export function readSignIns(dataDir: string): SignIn[] {
  const file = path.join(dataDir, 'demo-sign-ins.json');
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as SignIn[]) : [];
}
