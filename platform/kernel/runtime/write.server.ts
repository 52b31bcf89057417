// ctx.write: one transaction of the region with its events, letters and audit entries, all or nothing.
import { appendAudit, type PendingEntry } from '../audit/append.server.ts';
import type { Actor } from '../module/actor.ts';
import { emitInto } from '../events/emit.server.ts';
import type { Notifier } from '../notify/port.server.ts';
import type { Context, TenantTransaction, Write } from '../module/context.server.ts';
import type { Registry } from '../module/registry.server.ts';

export type NotifierFactory = (ctx: Context, db: TenantTransaction) => Notifier;

interface WriteParts {
  registry: Registry;
  notifier: NotifierFactory;
}

interface OpenWrite {
  w: Write;
  /** Writes what was put off to the end of the transaction; must run before commit. */
  finish(): Promise<void>;
  told(): boolean;
}

const idOf = (actor: Actor) => ('accountId' in actor ? actor.accountId : null);

function openWrite(ctx: Context, parts: WriteParts, db: TenantTransaction): OpenWrite {
  const pending: PendingEntry[] = [];
  let told = false;
  const w: Write = {
    db,
    async emit(event, payload) {
      const scope = { registry: parts.registry, modules: ctx.modules, now: ctx.clock.now() };
      told = (await emitInto(db, scope, event, payload)) > 0 || told;
    },
    notify: parts.notifier(ctx, db),
    async audit(action, subject, detail = {}) {
      pending.push({
        at: ctx.clock.now(),
        actorKind: ctx.actor.kind,
        actorId: idOf(ctx.actor),
        action,
        subjectType: subject.type,
        subjectId: subject.id,
        detail,
        requestId: ctx.requestId,
      });
    },
  };
  return { w, finish: () => appendAudit(db, pending), told: () => told };
}

/** Runs `work` in one transaction; `committed` hears whether events were told. */
export async function runWrite<T>(
  ctx: Context,
  parts: WriteParts & { committed(told: boolean): void; inside(db: TenantTransaction): Context },
  work: (w: Write, inside: () => Context) => Promise<T>,
): Promise<T> {
  let told = false;
  const result = await ctx.db.transaction().execute(async (tx) => {
    const open = openWrite(ctx, parts, tx);
    const value = await work(open.w, () => parts.inside(tx));
    await open.finish();
    told = open.told();
    return value;
  });
  parts.committed(told);
  return result;
}
