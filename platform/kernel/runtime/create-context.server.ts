// Builds the context of one request, job or handler from the runtime's parts.
import { buildAbility } from '../auth/ability.server.ts';
import type { Actor } from '../module/actor.ts';
import { allowBulk } from '../db/bulk.server.ts';
import { getOutside, type OutsideRequest } from '../outbound/get-outside.server.ts';
import { derivedLogin } from '../tenancy/names.ts';
import type { Tenant } from '../tenancy/tenant.ts';
import type { Context, JobContext, TenantDb, TenantTransaction } from '../module/context.server.ts';
import { loadSlots } from './load-slots.server.ts';
import type { RequestFacts } from './parts.server.ts';
import type { RuntimeCore } from './runtime.server.ts';
import { regionPermissions } from './region-permissions.ts';
import { findPlugs, findService } from './services.server.ts';
import { readSettings } from './settings.server.ts';
import { runWrite } from './write.server.ts';

/** Events told in a commit wake the drain; letters queued in it wake the sender. */
const DRAIN = 'platform.drain';
const SEND = 'platform.send-messages';

export interface ContextInput extends RequestFacts {
  tenant: Tenant;
  actor: Actor;
  db: TenantDb;
  modules: ReadonlySet<string>;
}

export function createContext(core: RuntimeCore, input: ContextInput): Context {
  const { tenant, actor, db, modules, locale, requestId } = input;
  const { registry, config, clock, parts } = core;
  const on = registry.modules.filter((module) => modules.has(module.id));
  const rules = [regionPermissions, ...on.map((module) => module.permissions)].map((set) => set.rules);
  const log = core.log.child({ tenant: tenant.slug, requestId });
  const services = new Map<string, unknown>();
  const ctx: Context = {
    tenant,
    actor,
    ability: buildAbility(rules, actor),
    db,
    write: (work) => {
      let queued = false;
      const onQueued = () => {
        queued = true;
      };
      const committed = (told: boolean) => {
        if (told) ctx.hint(DRAIN);
        if (queued) ctx.hint(SEND);
      };
      const notifier = (_: Context, tx: TenantTransaction) => core.notifierFor(tenant, tx, onQueued);
      const inside = (tx: TenantTransaction) => createContext(core, { ...input, db: tx });
      return runWrite(ctx, { registry, committed, notifier, inside }, work);
    },
    hint: (jobId) => core.hints.add(tenant.slug, jobId),
    origin: `${config.publicScheme}://${tenant.hosts[0] ?? 'localhost'}`,
    clock,
    modules,
    files: parts.files({ root: config.filesDir, tenant, actor, db, clock, log }),
    locale,
    t: (key, params) => parts.translatorFor(locale)(key, params),
    words: (receiver) => parts.translatorFor(receiver),
    service: (token) => {
      if (!services.has(token.name)) services.set(token.name, findService(registry, ctx, token));
      return services.get(token.name) as never;
    },
    plugs: (point) => findPlugs(registry, ctx, point),
    connected: (service) => connectionOf(core, tenant, service) !== null,
    settings: (module) => readSettings(registry, db, module),
    slots: (slot, query) => loadSlots(registry, ctx, slot, query),
    requestId,
    log,
  };
  allowBulk(ctx, config.database.url, () => derivedLogin(config, tenant.role));
  return ctx;
}

/** For jobs and the command line: the same with the ways out of the house. */
export function createJobContext(core: RuntimeCore, input: ContextInput): JobContext {
  return Object.assign(createContext(core, input), {
    connection: (service: string) => connectionOf(core, input.tenant, service),
    mail: core.mail,
    sms: core.sms,
    outbound: (request: OutsideRequest) => getOutside(request, { loopback: core.config.allowLoopbackServices }),
  });
}

function connectionOf({ config }: RuntimeCore, { slug }: Tenant, service: string): unknown {
  return config.connections[slug]?.[service] ?? null;
}
