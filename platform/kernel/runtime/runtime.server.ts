// The runtime of one process: databases, regions, switches and words, from which every context is built.
import type { Kysely } from 'kysely';
import type { Logger } from 'pino';
import { type Actor, system } from '../module/actor.ts';
import type { Config } from '../config/config.ts';
import { newId } from '../db/ids.ts';
import type { ControlTables } from '../db/tables/index.server.ts';
import { createModuleGate, type ModuleGate } from '../flags/module-gate.server.ts';
import { createHints, type Hints } from '../queue/hints.server.ts';
import { createLogger } from '../log/create-logger.server.ts';
import type { MailTransport } from '../notify/mail-transport.server.ts';
import type { Notifier } from '../notify/port.server.ts';
import type { SmsTransport } from '../notify/sms-transport.server.ts';
import { createReadiness, type Readiness } from '../tenancy/readiness.server.ts';
import { createTenantResolver, type TenantResolver } from '../tenancy/resolve-tenant.server.ts';
import { createDatabases, type Databases } from '../tenancy/tenant-db.server.ts';
import type { Tenant } from '../tenancy/tenant.ts';
import { type Clock, systemClock } from '../time/clock.ts';
import type { Context, JobContext, TenantDb, TenantTransaction } from '../module/context.server.ts';
import { createContext, createJobContext } from './create-context.server.ts';
import { defaultParts } from './default-parts.server.ts';
import type { RequestFacts, RuntimeParts } from './parts.server.ts';
import type { Registry } from '../module/registry.server.ts';

export interface RuntimeCore {
  config: Config;
  registry: Registry;
  clock: Clock;
  log: Logger;
  parts: RuntimeParts;
  hints: Hints;
  mail: MailTransport;
  sms: SmsTransport;
  notifierFor(tenant: Tenant, db: TenantTransaction, onQueued: () => void): Notifier;
}

export interface Runtime extends RuntimeCore {
  /** The control plane (schema `platform`). */
  control: Kysely<ControlTables>;
  tenants: TenantResolver;
  databases: Databases;
  flags: ModuleGate;
  /** The region's database without a context: sessions are read through it. */
  dbOf(tenant: Pick<Tenant, 'role'>): TenantDb;
  contextFor(tenant: Tenant, actor: Actor, facts: RequestFacts): Promise<Context>;
  /** For jobs, handlers, seeds and the CLI: acts for the region itself. */
  systemContext(tenant: Tenant): Promise<JobContext>;
  ready(): Promise<Readiness>;
  close(): Promise<void>;
}

export interface RuntimeOptions {
  config: Config;
  registry: Registry;
  /** What this process is, for logs and for the server's list of connections: `portal`. */
  name?: string;
  clock?: Clock;
  log?: Logger;
  parts?: Partial<RuntimeParts>;
}

export function createRuntime(options: RuntimeOptions): Runtime {
  const { config, registry, name = 'app', clock = systemClock } = options;
  const log = options.log ?? createLogger({ level: config.log.level, name });
  const databases = createDatabases(config, `zhkh ${name}`);
  const { control } = databases;
  const parts = { ...defaultParts(registry), ...options.parts };
  const mail = parts.mail(config);
  const core: RuntimeCore = {
    config,
    registry,
    clock,
    log,
    parts,
    hints: createHints({ config, log }),
    mail,
    sms: parts.sms(config),
    notifierFor: (tenant, db, onQueued) => parts.notifier({ tenant, mailDomain: mail.domain, db, clock, onQueued }),
  };
  const flags = createModuleGate({ config, control, registry, clock, log });

  async function contextFor(tenant: Tenant, actor: Actor, facts: RequestFacts): Promise<Context> {
    const modules = await flags.modulesOf(tenant.id);
    return createContext(core, { tenant, actor, db: databases.of(tenant), modules, ...facts });
  }

  return {
    ...core,
    control,
    databases,
    flags,
    tenants: createTenantResolver(control, log),
    dbOf: (tenant) => databases.of(tenant),
    contextFor,
    async systemContext(tenant) {
      const modules = await flags.modulesOf(tenant.id);
      const facts = { actor: system, locale: 'ru' as const, requestId: newId() };
      return createJobContext(core, { tenant, db: databases.of(tenant), modules, ...facts });
    },
    ready: createReadiness(control),
    async close() {
      flags.close();
      await core.hints.close();
      mail.close();
      await databases.close();
    },
  };
}
