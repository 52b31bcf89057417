// An official keeps the filters, sorting and columns of a register under a name.
import { newId } from '@zhkh/kernel/db.server';
import { conflict } from '@zhkh/kernel/errors';
import type { Context } from '@zhkh/kernel/module.server';
import type { RegisterName } from '../domain/register-query.ts';
import { personOf } from './register-view-row.server.ts';

const MOST = 50;

export interface SaveView {
  register: RegisterName;
  name: string;
  query: string;
  shared: boolean;
}

export async function saveRegisterView(ctx: Context, input: SaveView): Promise<string> {
  const person = personOf(ctx);
  const id = newId();
  const now = ctx.clock.now();
  await ctx.write(async (w) => {
    const { count } = await w.db
      .selectFrom('register_view')
      .select((eb) => eb.fn.countAll<number>().as('count'))
      .where('owner_id', '=', person.accountId)
      .where('register', '=', input.register)
      .where('deleted_at', 'is', null)
      .executeTakeFirstOrThrow();
    if (count >= MOST) throw conflict('directory.too-many-views', { params: { max: MOST } });
    const owner = { owner_id: person.accountId, organisation_id: person.organisationId };
    await w.db
      .insertInto('register_view')
      .values({ id, ...input, ...owner, created_at: now, updated_at: now, deleted_at: null })
      .execute();
  });
  return id;
}
