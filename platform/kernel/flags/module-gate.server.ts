// Which modules are on in a region: installed AND entitled AND its flag is on.
// Asked once per request, answered from memory.
import type { Kysely } from 'kysely';
import type { Logger } from 'pino';
import type { Config } from '../config/config.ts';
import type { ControlTables } from '../db/tables/index.server.ts';
import type { Registry } from '../module/registry.server.ts';
import type { Clock } from '../time/clock.ts';
import { type ModuleBook, readModuleBook } from './entitled-modules.server.ts';
import { flagOf, type Flags, OwnFlags, ownFlags, serverFlags } from './unleash.server.ts';

export interface ModuleState {
  module: string;
  entitled: boolean;
  flag: boolean;
  on: boolean;
}

export interface ModuleGate {
  modulesOf(tenantId: string): Promise<ReadonlySet<string>>;
  statesOf(tenantId: string): Promise<readonly ModuleState[]>;
  refresh(): Promise<void>;
  close(): void;
}

/** A switch shows in every process within this time: each reads the table again when the last reading is older. */
const FRESH_MS = 800;
const RENEW_MS = 400;

interface GateParts {
  config: Pick<Config, 'unleash'>;
  control: Kysely<ControlTables>;
  registry: Registry;
  clock: Clock;
  log: Logger;
}

export function createModuleGate({ config, control, registry, clock, log }: GateParts): ModuleGate {
  const own = new OwnFlags();
  const ours = ownFlags(own);
  const flags: Flags = config.unleash ? serverFlags(config.unleash, (flag, tenant) => ours.isOn(flag, tenant)) : ours;
  let book: ModuleBook = { entitled: new Map(), switchedOn: new Map() };
  let known = new Map<string, ReadonlySet<string>>();
  let loadedAt = Number.NEGATIVE_INFINITY;
  let loading: Promise<void> | null = null;

  async function load(): Promise<void> {
    book = await readModuleBook(control, clock.now());
    own.replace(book.switchedOn);
    known = new Map();
    loadedAt = performance.now();
  }

  function refresh(): Promise<void> {
    loading ??= load().finally(() => {
      loading = null;
    });
    return loading;
  }

  /** When the control plane is away the last known switches hold. */
  function keepKnown(error: unknown): void {
    if (loadedAt === Number.NEGATIVE_INFINITY) throw error;
    loadedAt = performance.now();
    log.warn({ err: error }, 'module switches could not be read, the last known hold');
  }

  /** A busy process renews in the background; one that was idle reads before it answers. */
  async function fresh(): Promise<void> {
    const age = performance.now() - loadedAt;
    if (age < RENEW_MS) return;
    const renewing = refresh().catch(keepKnown);
    if (age >= FRESH_MS) await renewing;
  }

  function stateOf(tenantId: string, module: { id: string; alwaysOn?: boolean }): ModuleState {
    const entitled = module.alwaysOn === true || (book.entitled.get(tenantId)?.has(module.id) ?? false);
    const flag = module.alwaysOn === true || flags.isOn(flagOf(module.id), tenantId);
    return { module: module.id, entitled, flag, on: entitled && flag };
  }

  const statesOf = (tenantId: string) => registry.modules.map((module) => stateOf(tenantId, module));

  /** A module whose need is off is off as well. */
  function onIn(tenantId: string): ReadonlySet<string> {
    const on = new Set(
      statesOf(tenantId)
        .filter((state) => state.on)
        .map((state) => state.module),
    );
    for (let before = -1; before !== on.size; ) {
      before = on.size;
      for (const module of registry.modules) if (module.needs.some((need) => !on.has(need))) on.delete(module.id);
    }
    return on;
  }

  return {
    async modulesOf(tenantId) {
      await fresh();
      const before = known.get(tenantId);
      if (before && !config.unleash) return before;
      const on = onIn(tenantId);
      known.set(tenantId, on);
      return on;
    },
    async statesOf(tenantId) {
      await fresh();
      return statesOf(tenantId);
    },
    refresh,
    close() {
      flags.close();
      if (flags !== ours) ours.close();
    },
  };
}
