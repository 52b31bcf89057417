// A saved view as the person who acts may see it: own to change, a colleague's shared one only to open.
import { forbidden, notFound } from '@zhkh/kernel/errors';
import type { Context, Write } from '@zhkh/kernel/module.server';

export interface Person {
  accountId: string;
  organisationId: string;
}

export function personOf(ctx: Context): Person {
  if (ctx.actor.kind !== 'staff') throw forbidden();
  return { accountId: ctx.actor.accountId, organisationId: ctx.actor.organisation.id };
}

/** Locked. Somebody else's is not found. */
export async function ownView(w: Write, person: Person, viewId: string) {
  const view = await w.db
    .selectFrom('register_view')
    .selectAll()
    .where('id', '=', viewId)
    .where('owner_id', '=', person.accountId)
    .where('organisation_id', '=', person.organisationId)
    .forUpdate()
    .executeTakeFirst();
  if (!view) throw notFound();
  return view;
}
