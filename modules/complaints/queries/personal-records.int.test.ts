// Erasure and the copy of a person's data: the person goes, the house's history stays, the other region too.
import { exportAccount, giveConsent, purgeAuth, withdrawConsent } from '@zhkh/kernel/auth.server';
import type { Context } from '@zhkh/kernel/module.server';
import { type RegionSlug, type TwoRegions, twoRegions } from '@zhkh/tools/testing';
import { directory } from '@zhkh/directory';
import directoryModule from '@zhkh/directory/module';
import importsModule from '@zhkh/imports/module';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { saveDraft } from '../commands/save-draft.server.ts';
import complaintsModule from '../module.server.ts';
import { complaintInput, fileIn, makeScene } from '../testing/factories.ts';
import { complaintRecords } from './personal-records.server.ts';

let regions: TwoRegions;

beforeAll(async () => {
  regions = await twoRegions([importsModule, directoryModule, complaintsModule]);
});
afterAll(() => regions.close());

const idOf = ({ actor }: Context) => {
  if (actor.kind !== 'resident') throw new Error('not a resident');
  return actor.accountId;
};

/** A resident with a home, a complaint with name and flat, and a draft. */
async function person(slug: RegionSlug) {
  const scene = await makeScene(regions, slug);
  const accountId = idOf(scene.resident);
  const { houseId, resident } = scene;
  await resident.write((w) => resident.service(directory).bindResidence(w, { accountId, houseId, flat: '7' }));
  const receipt = await fileIn(scene, { contactName: 'Ольга Петрова', flat: '7', body: 'Не горит свет у лифта' });
  await saveDraft(resident, complaintInput({ house: houseId, contactName: 'Ольга Петрова', flat: '7' }), []);
  return { ...scene, accountId, complaintId: receipt.id };
}

const kept = async ({ system, accountId, complaintId }: Awaited<ReturnType<typeof person>>) => ({
  complaint: await system.db
    .selectFrom('complaint')
    .select(['contact_name', 'flat', 'body'])
    .where('id', '=', complaintId)
    .executeTakeFirstOrThrow(),
  homes: (await system.db.selectFrom('residence').select('id').where('account_id', '=', accountId).execute()).length,
  drafts: (await system.db.selectFrom('complaint_draft').select('id').where('author_id', '=', accountId).execute()).length,
});

it('right: hands out a copy of the home and the complaints, and of nobody else’s', async () => {
  const [one] = [await person('tyumen'), await person('tyumen')];
  const { records } = await exportAccount(one.resident, one.accountId);
  expect(records).toMatchObject({
    residence: [{ flat: '7', until: null }],
    complaints: { filed: [{ contact_name: 'Ольга Петрова', body: 'Не горит свет у лифта' }], drafts: [{ flat: '7' }] },
  });
  expect(records).toMatchObject({ complaints: await complaintRecords(one.system).copy(one.accountId) });
});

it('right: forgets the person thirty days after the consent was withdrawn, in that region only', async () => {
  const [here, neighbour, elsewhere] = [await person('tyumen'), await person('tyumen'), await person('omsk')];
  const untouched = await kept(neighbour);
  const client = { address: '127.0.0.1', userAgent: 'test' };
  await giveConsent(here.system, { accountId: here.accountId, client });
  await withdrawConsent(here.system, here.accountId);
  regions.clock.advance(31 * 24 * 3_600_000);
  for (const { system } of [here, elsewhere]) await purgeAuth(system);
  expect(await kept(here)).toEqual({
    complaint: { contact_name: '', flat: '', body: 'Не горит свет у лифта' },
    homes: 0,
    drafts: 0,
  });
  expect(await kept(neighbour)).toEqual(untouched);
  expect(await kept(elsewhere)).toEqual(untouched);
});

it('refused: the copy and the forgetting of one person leave the neighbour’s alone', async () => {
  const [here, neighbour] = [await person('tyumen'), await person('tyumen')];
  const untouched = await kept(neighbour);
  const { number } = await here.system.db
    .selectFrom('complaint')
    .select('number')
    .where('id', '=', here.complaintId)
    .executeTakeFirstOrThrow();
  const records = complaintRecords(here.system);
  expect(await records.copy(here.accountId)).toMatchObject({ filed: [{ number }], drafts: [{ flat: '7' }] });
  await here.system.write((w) => records.forget(w, here.accountId));
  expect(await kept(here)).toMatchObject({ complaint: { contact_name: '', flat: '' }, drafts: 0 });
  expect(await kept(neighbour)).toEqual(untouched);
});

it('other region: a person of the same id there has no records here and loses none', async () => {
  const [here, elsewhere] = [await person('tyumen'), await person('omsk')];
  const untouched = await kept(elsewhere);
  const records = complaintRecords(here.system);
  expect(await records.copy(elsewhere.accountId)).toEqual({ filed: [], drafts: [] });
  await here.system.write((w) => records.forget(w, elsewhere.accountId));
  expect(await kept(elsewhere)).toEqual(untouched);
});
