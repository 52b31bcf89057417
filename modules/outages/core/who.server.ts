// Who announces and corrects, with the names the others see.
import { employeeOf } from '@zhkh/kernel/auth.server';
import type { Context } from '@zhkh/kernel/module.server';

export interface Who {
  kind: 'company' | 'authority' | 'source' | 'system';
  id: string | null;
  /** Of the person: shown to the own company and to authorities only. */
  name: string;
  organisation: string;
}

export const byClock: Who = { kind: 'system', id: null, name: '', organisation: '' };

/** Reads the account: call before a transaction. */
export async function whoIs(ctx: Context): Promise<Who> {
  const { actor } = ctx;
  if (actor.kind !== 'staff') return byClock;
  const employee = await employeeOf(ctx.db, actor.accountId, actor.organisation.id);
  return {
    kind: actor.organisation.kind,
    id: actor.accountId,
    name: employee?.name ?? '',
    organisation: employee?.organisation ?? '',
  };
}
