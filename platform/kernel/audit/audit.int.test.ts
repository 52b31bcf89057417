// The audit chain: whole under parallel writers, and a single changed byte is found.
import type postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openAdmin } from '../db/admin.server.ts';
import type { Context } from '../module/context.server.ts';
import { systemIn, type TwoRegions, twoRegions } from '@zhkh/tools/testing';
import { brokenInvariants } from '../tenancy/invariants.server.ts';
import { verifyAudit } from './verify.server.ts';

let regions: TwoRegions;
let ctx: Context;
let superuser: postgres.Sql;
beforeAll(async () => {
  regions = await twoRegions([]);
  ctx = await systemIn(regions, 'tyumen');
  superuser = openAdmin(regions.database.superuserUrl);
  const write = (n: number) =>
    ctx.write((w) => w.audit('probe.done', { type: 'thing', id: String(n) }, { n, text: 'Ёлка', none: null }));
  await Promise.all(Array.from({ length: 40 }, (_, n) => write(n)));
});
afterAll(async () => {
  await superuser.end();
  await regions.close();
});

/** Changes the trail as only a superuser can, looks, and puts it back. */
async function tampered(change: string, back: string) {
  await superuser.unsafe(change);
  try {
    return await verifyAudit(ctx.db);
  } finally {
    await superuser.unsafe(back);
  }
}

describe('the audit chain', () => {
  it('is whole and without gaps after parallel writers', async () => {
    expect(await verifyAudit(ctx.db)).toMatchObject({ entries: 40, brokenAt: null });
    expect(await brokenInvariants(ctx.db)).toEqual([]);
  });

  it('holds nothing of a transaction that failed', async () => {
    const failed = ctx.write(async (w) => {
      await w.audit('probe.lost', { type: 'thing', id: 'x' });
      throw new Error('no');
    });
    await expect(failed).rejects.toThrow('no');
    expect(await verifyAudit(ctx.db)).toMatchObject({ entries: 40, brokenAt: null });
  });

  it.each([
    ['a changed word', "set action = 'probe.dons'", "set action = 'probe.done'"],
    ['a changed detail', `set detail = detail || '{"n": 999}'`, `set detail = detail || '{"n": 0}'`],
    ['a changed time', "set at = at + interval '1 ms'", "set at = at - interval '1 ms'"],
  ])('shows %s', async (_, change, back) => {
    const [first] = await superuser`select seq from region_tyumen.audit_entry where detail->>'n' = '0'`;
    const where = `where seq = ${first?.['seq']}`;
    const report = await tampered(
      `update region_tyumen.audit_entry ${change} ${where}`,
      `update region_tyumen.audit_entry ${back} ${where}`,
    );
    expect(report.brokenAt).toBe(first?.['seq']);
  });

  it('shows entries cut from the end', async () => {
    await superuser`create table region_tyumen.kept as select * from region_tyumen.audit_entry where seq = 40`;
    const report = await tampered(
      'delete from region_tyumen.audit_entry where seq = 40',
      'insert into region_tyumen.audit_entry select * from region_tyumen.kept',
    );
    await superuser`drop table region_tyumen.kept`;
    expect(report.brokenAt).toBe(40);
  });
});
