// Who is signed in to the operators' cabinet, and how many regions there are: the side of every page.
import type { ControlContext } from '@zhkh/kernel/http.server';
import { sql } from 'kysely';

export async function operatorOnDuty(
  control: ControlContext,
): Promise<{ name: string; role: 'operator' | 'support'; regions: number }> {
  const id = control.actor.kind === 'operator' ? control.actor.accountId : '';
  const [account, count] = await Promise.all([
    control.db.selectFrom('operator_account').select(['name', 'email', 'role']).where('id', '=', id).executeTakeFirstOrThrow(),
    control.db.selectFrom('tenant').select(sql<number>`count(*)`.as('n')).executeTakeFirstOrThrow(),
  ]);
  return { name: account.name || account.email, role: account.role, regions: count.n };
}
