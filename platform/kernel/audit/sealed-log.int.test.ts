// The sealed log: written freely, chained by the worker, whole under parallel writers; a changed byte is found, an erased content is not a breach.
import type postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openAdmin } from '../db/admin.server.ts';
import type { Context } from '../module/context.server.ts';
import { systemIn, type TwoRegions, twoRegions } from '@zhkh/tools/testing';
import { brokenInvariants } from '../tenancy/invariants.server.ts';
import { auditEntries } from './audit-entries.server.ts';
import { eraseContent } from './erase-content.server.ts';
import { hashEntry } from './hash-entry.ts';
import { sealLog } from './seal-log.server.ts';
import { verifyLog } from './verify-log.server.ts';

let regions: TwoRegions;
let ctx: Context;
let superuser: postgres.Sql;
const write = (n: number) =>
  ctx.write((w) => w.audit('probe.done', { type: 'thing', id: String(n) }, { n, text: 'Ёлка', none: null }));
beforeAll(async () => {
  regions = await twoRegions([]);
  ctx = await systemIn(regions, 'tyumen');
  superuser = openAdmin(regions.database.superuserUrl);
  await Promise.all(Array.from({ length: 40 }, (_, n) => write(n)));
});
afterAll(async () => {
  await superuser.end();
  await regions.close();
});

/** Changes the log as only a superuser can, looks, and puts it back. */
async function tampered(change: string, back: string) {
  await superuser.unsafe(change);
  try {
    return await verifyLog(ctx.db);
  } finally {
    await superuser.unsafe(back);
  }
}

const linkOf = async (n: number) => {
  const [row] = await superuser<{ seq: number; entry_id: string }[]>`
    select link.seq::int as seq, link.entry_id from region_tyumen.sealed_link link
    join region_tyumen.sealed_content content using (entry_id) where content.content->'detail'->>'n' = ${String(n)}`;
  if (!row) throw new Error(`no entry ${n}`);
  return row;
};

describe('the sealed log', () => {
  it('states its unsealed tail, and is whole and without gaps once two workers sealed it at the same time', async () => {
    expect(await verifyLog(ctx.db)).toMatchObject({ entries: 0, brokenAt: null, unsealed: 40 });
    await Promise.all([sealLog(ctx), sealLog(ctx)]);
    expect(await verifyLog(ctx.db)).toMatchObject({ entries: 40, brokenAt: null, unsealed: 0, erased: 0 });
    expect(await brokenInvariants(ctx.db)).toEqual([]);
  });

  it('gives the entries of an action back, those of the other region never', async () => {
    const entries = await auditEntries(ctx.db, 'probe.done');
    expect(entries).toHaveLength(40);
    expect(entries.find((entry) => entry.detail['n'] === 7)).toMatchObject({ subjectId: '7', actorKind: 'system' });
    expect(await auditEntries((await systemIn(regions, 'omsk')).db, 'probe.done')).toEqual([]);
  });

  it('holds nothing of a transaction that failed', async () => {
    const failed = ctx.write(async (w) => {
      await w.audit('probe.lost', { type: 'thing', id: 'x' });
      throw new Error('no');
    });
    await expect(failed).rejects.toThrow('no');
    await sealLog(ctx);
    expect(await verifyLog(ctx.db)).toMatchObject({ entries: 40, brokenAt: null, unsealed: 0 });
  });

  it('lets facts be written while a worker holds the chain', async () => {
    await superuser.begin(async (tx) => {
      await tx`select from region_tyumen.sealed_head for update`;
      await ctx.write((w) => w.seal('probe.trail', { type: 'thing', id: 'trail' }, { text: 'первая' }));
      await write(100);
    });
    await sealLog(ctx);
    expect(await verifyLog(ctx.db)).toMatchObject({ entries: 42, brokenAt: null });
  });

  it.each([
    [
      'a changed word',
      'sealed_content',
      `content = jsonb_set(content, '{action}', '"probe.dons"')`,
      `content = jsonb_set(content, '{action}', '"probe.done"')`,
    ],
    [
      'a changed detail',
      'sealed_content',
      `content = jsonb_set(content, '{detail,n}', '999')`,
      `content = jsonb_set(content, '{detail,n}', '0')`,
    ],
    ['a changed time', 'sealed_entry', "at = at + interval '1 ms'", "at = at - interval '1 ms'"],
    ['a changed subject', 'sealed_entry', "subject_id = 'y'", "subject_id = '0'"],
  ])('shows %s', async (_, table, change, back) => {
    const { seq, entry_id } = await linkOf(0);
    const where = `where ${table === 'sealed_entry' ? 'id' : 'entry_id'} = '${entry_id}'`;
    const report = await tampered(
      `update region_tyumen.${table} set ${change} ${where}`,
      `update region_tyumen.${table} set ${back} ${where}`,
    );
    expect(report.brokenAt).toBe(seq);
    expect((await verifyLog(ctx.db)).brokenAt).toBeNull();
  });

  it('shows links cut from the end, and content that vanished without a word', async () => {
    await superuser`create table region_tyumen.kept as select * from region_tyumen.sealed_link where seq = 42`;
    const cut = await tampered(
      'delete from region_tyumen.sealed_link where seq = 42',
      'insert into region_tyumen.sealed_link select * from region_tyumen.kept',
    );
    expect(cut).toMatchObject({ brokenAt: 42, unsealed: 1 });
    const { seq, entry_id } = await linkOf(3);
    await superuser.unsafe(
      `create table region_tyumen.gone as select * from region_tyumen.sealed_content where entry_id = '${entry_id}'`,
    );
    const vanished = await tampered(
      `delete from region_tyumen.sealed_content where entry_id = '${entry_id}'`,
      'insert into region_tyumen.sealed_content select * from region_tyumen.gone',
    );
    expect(vanished.brokenAt).toBe(seq);
    await superuser`drop table region_tyumen.kept`;
    await superuser`drop table region_tyumen.gone`;
  });

  it('stays whole when a content is erased, which is an entry of its own', async () => {
    const { entry_id } = await linkOf(5);
    await ctx.write((w) => eraseContent(w, entry_id, 'срок хранения'));
    await sealLog(ctx);
    expect(await verifyLog(ctx.db)).toMatchObject({ entries: 43, brokenAt: null, erased: 1, unsealed: 0 });
    expect((await auditEntries(ctx.db, 'probe.done')).some((entry) => entry.detail['n'] === 5)).toBe(false);
    await expect(ctx.write((w) => eraseContent(w, entry_id, 'ещё раз'))).rejects.toMatchObject({ kind: 'notFound' });
  });
});

it('goes on from the chain of the time before, which keeps its own rule', async () => {
  const omsk = await systemIn(regions, 'omsk');
  let [hash, seq] = ['0'.repeat(64), 0];
  for (const n of [1, 2]) {
    const id = `01900000-0000-7000-8000-00000000000${n}`;
    const detail = { n };
    const facts = { id, at: new Date('2026-01-01'), actorKind: 'system', actorId: null, action: 'old.done' };
    const subject = { subjectType: 'thing', subjectId: String(n), detail, requestId: 'r' };
    const previous = hash;
    seq = n;
    hash = hashEntry(previous, { seq, ...facts, ...subject });
    await superuser`insert into region_omsk.audit_entry ${superuser({
      seq,
      id,
      at: facts.at,
      actor_kind: 'system',
      actor_id: null,
      action: 'old.done',
      subject_type: 'thing',
      subject_id: String(n),
      detail: superuser.json(detail),
      request_id: 'r',
      prev_hash: previous,
      hash,
    })}`;
  }
  // What the migration does where a chain stands already.
  await superuser`update region_omsk.audit_head set seq = ${seq}, hash = ${hash}`;
  await superuser`update region_omsk.sealed_head set seq = ${seq}, hash = ${hash}`;
  await omsk.write((w) => w.audit('new.done', { type: 'thing', id: '3' }));
  await sealLog(omsk);
  expect(await verifyLog(omsk.db)).toMatchObject({ entries: 3, brokenAt: null, unsealed: 0 });
  expect(await brokenInvariants(omsk.db)).toEqual([]);
  await superuser`update region_omsk.audit_entry set action = 'old.dons' where seq = 1`;
  expect((await verifyLog(omsk.db)).brokenAt).toBe(1);
});
