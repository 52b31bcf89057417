// Emits an event: one row per listening handler of the modules that are on, in the fact's transaction.
import { newId } from '../db/ids.ts';
import { jsonb } from '../db/json.server.ts';
import type { TenantTransaction } from '../module/context.server.ts';
import type { EventType } from '../module/define-contract.ts';
import type { Registry } from '../module/registry.server.ts';

export interface EmitScope {
  registry: Registry;
  modules: ReadonlySet<string>;
  now: Date;
}

/** Returns how many handlers will hear it. Throws when the payload is not what the event promises. */
export async function emitInto<P>(db: TenantTransaction, scope: EmitScope, event: EventType<P>, payload: P): Promise<number> {
  const parsed = event.schema.parse(payload);
  const listening = scope.registry.handlersOf(event.name).filter(({ id }) => {
    const owner = scope.registry.handler(id)?.module;
    return owner !== undefined && scope.modules.has(owner);
  });
  if (listening.length === 0) return 0;
  const rows = listening.map(({ id }) => ({
    id: newId(),
    event: event.name,
    handler: id,
    payload: jsonb<unknown>(parsed),
    state: 'waiting' as const,
    next_try_at: scope.now,
    created_at: scope.now,
  }));
  await db.insertInto('event_delivery').values(rows).execute();
  return rows.length;
}
