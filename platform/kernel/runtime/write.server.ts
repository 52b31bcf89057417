// ctx.write: one transaction of the region with its events, letters and audit entries, all or nothing.
import { actorIdOf, AUDIT } from '../audit/audit-entries.server.ts';
import { newEntry, type NewEntry, writeEntries } from '../audit/write-entries.server.ts';
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

function openWrite(ctx: Context, parts: WriteParts, db: TenantTransaction): OpenWrite {
  const pending: NewEntry[] = [];
  const append = (entry: Omit<NewEntry, 'id' | 'at'>): string => {
    const made = newEntry({ ...entry, at: ctx.clock.now() });
    pending.push(made);
    return made.id;
  };
  let told = false;
  const w: Write = {
    db,
    async emit(event, payload) {
      const scope = { registry: parts.registry, modules: ctx.modules, now: ctx.clock.now() };
      told = (await emitInto(db, scope, event, payload)) > 0 || told;
    },
    notify: parts.notifier(ctx, db),
    async seal(stream, subject, content) {
      return append({ stream, subject, content });
    },
    async audit(action, subject, detail = {}) {
      const { actor, requestId } = ctx;
      append({
        stream: AUDIT,
        subject,
        content: { action, actorKind: actor.kind, actorId: actorIdOf(actor), detail, requestId },
      });
    },
  };
  return { w, finish: () => writeEntries(db, pending), told: () => told };
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
