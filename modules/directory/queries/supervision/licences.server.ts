// A company's licences and how many houses the register of licences gives it.
import type { Context } from '@zhkh/kernel/module.server';
import { sql } from 'kysely';
import { factsOf, type Sourced } from '../facts.server.ts';

export type LicenceView = Sourced<{
  number: string;
  status: string;
  active: boolean;
  registeredOn: string | null;
  from: string | null;
  to: string | null;
  authority: string | null;
}>;

/** Houses entered in the licence register and taken out of it. */
export interface LicenceHouses {
  included: number;
  excluded: number;
}

export async function licencesOf(ctx: Context, companyId: string): Promise<LicenceView[]> {
  const order = sql`active desc, registered_on desc`;
  const rows = await factsOf(ctx, 'licence', { owner: { company_id: companyId }, order });
  return rows.map((row) => ({
    number: row.number,
    status: row.status,
    active: row.active,
    registeredOn: row.registered_on,
    from: row.valid_from,
    to: row.valid_to,
    authority: row.authority,
    source: row.source,
  }));
}

export function licenceHousesOf(ctx: Context, companyId: string): Promise<LicenceHouses> {
  return ctx.db
    .selectFrom('licence_house')
    .select((eb) => [
      eb.fn.countAll<number>().filterWhere('status', '=', 'INCLUDED').as('included'),
      eb.fn.countAll<number>().filterWhere('status', '=', 'EXCLUDED').as('excluded'),
    ])
    .where('company_id', '=', companyId)
    .executeTakeFirstOrThrow();
}
