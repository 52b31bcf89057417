// Residents who submit, each signed in, and houses of companies with a cabinet, with mail only, with none.
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import type { Sql } from 'postgres';

export interface Resident {
  accountId: string;
  cookie: string;
}

export interface Stage {
  residents: readonly Resident[];
  houses: readonly string[];
  category: string;
}

/** Rows are written with the database's own rights: how people sign in is not what this proof is about. */
export async function setStage(sql: Sql, schema: string, count: number): Promise<Stage> {
  return await sql.begin(async (transaction) => {
    const tx = transaction as unknown as Sql;
    await tx.unsafe(`set local search_path = ${schema}, extensions`);
    const residents: Resident[] = [];
    for (let index = 0; index < count; index += 1) residents.push(await addResident(tx, index));
    const houses = await tx<{ id: string }[]>`
      select distinct on (h.company_id) h.id from house h join company c on c.id = h.company_id join management m on m.house_id = h.id and m.valid_to is null
      where h.status = 'in-use' and c.email is not null order by h.company_id, h.id limit 12`;
    const [category] = await tx<
      { code: string }[]
    >`select code from complaint_category where priority = 'normal' and answer_norm is not null order by position limit 1`;
    if (houses.length === 0 || !category) throw new Error('The demo data has no house or category to complain about');
    return { residents, houses: houses.map((house) => house.id), category: category.code };
  });
}

async function addResident(tx: Sql, index: number): Promise<Resident> {
  const accountId = randomUUID();
  const now = new Date();
  const later = new Date(now.getTime() + 86_400_000);
  const [consent] = await tx<
    { version: string }[]
  >`select text_version as version from consent where purpose = 'personal-data' limit 1`;
  const token = randomBytes(32).toString('base64url');
  await tx`insert into account ${tx({ id: accountId, kind: 'resident', phone: `+7999555${String(1000 + index)}`, email: null, name: `Житель ${index}`, locale: 'ru', created_at: now, erase_after: null })}`;
  await tx`insert into consent ${tx({ id: randomUUID(), account_id: accountId, purpose: 'personal-data', text_version: consent?.version ?? '', given_at: now, given_from: 'prove', withdrawn_at: null })}`;
  await tx`insert into session ${tx({
    id: randomUUID(),
    token_hash: createHash('sha256').update(token).digest(),
    account_id: accountId,
    membership_id: null,
    stage: 'full',
    created_at: now,
    seen_at: now,
    idle_until: later,
    expires_at: later,
  })}`;
  return { accountId, cookie: `portal_sid=${token}` };
}
