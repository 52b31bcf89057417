// One complaint as each of its three readers sees it, and as nobody else does.
import { anonymousIn, asOfficial, asOperator, canary } from '@zhkh/tools/testing';
import { expect } from 'vitest';
import { addNote } from '../commands/add-note.server.ts';
import { fileIn } from '../testing/factories.ts';
import { accountOf, answerIn, DAY, it, strangersIn } from '../testing/it.ts';
import { complaintView } from './complaint-view.server.ts';

it('right: author, company and authority see it, each with what is theirs', async ({ here }) => {
  const { id, number } = await fileIn(here, { contactName: 'Ольга Петрова', flat: '17' });
  const [mine, company, authority] = [
    await complaintView(here.resident, id),
    await complaintView(here.employee, id),
    await complaintView(here.official, id),
  ];
  expect(mine).toMatchObject({ id, number, viewer: 'resident', author: '', flat: '17', addressee: 'company' });
  expect(company).toMatchObject({ viewer: 'company', author: 'Ольга Петрова', pill: { kind: 'new' } });
  expect(authority).toMatchObject({ viewer: 'authority', company: { id: here.companyId } });
  expect(mine.deadlines.map((one) => [one.name, one.dueAt])).toEqual(
    expect.arrayContaining([
      ['answer', '2026-03-17T19:00:00.000Z'],
      ['repair', '2026-03-09T07:00:00.000Z'],
    ]),
  );
});

it('right: offers each reader the steps that are theirs', async ({ here, complaintId }) => {
  const can = async (ctx: typeof here.resident) => {
    const rights = Object.entries((await complaintView(ctx, complaintId)).can);
    return rights.flatMap(([step, may]) => (may ? [step] : [])).sort();
  };
  expect(await can(here.resident)).toEqual(['note', 'withdraw']);
  expect(await can(here.employee)).toEqual(['answer', 'note', 'open', 'redirect', 'take']);
  expect(await can(here.official)).toEqual(['note']);
  await answerIn(here, complaintId);
  expect(await can(here.resident)).toEqual(['confirm', 'rate', 'refute']);
  expect(await can(here.employee)).toEqual([]);
});

it('right: an internal note stays with its organisation', async ({ here, complaintId }) => {
  await addNote(here.employee, { complaintId, body: 'ключ у Ершова', internal: true });
  await addNote(here.official, { complaintId, body: 'на контроле', internal: true });
  const text = async (ctx: typeof here.resident) => JSON.stringify((await complaintView(ctx, complaintId)).trail);
  expect([(await text(here.employee)).includes('ключ'), (await text(here.official)).includes('ключ')]).toEqual([true, false]);
  expect([(await text(here.official)).includes('контроле'), (await text(here.employee)).includes('контроле')]).toEqual([
    true,
    false,
  ]);
  expect(await text(here.resident)).not.toMatch(/ключ|контроле/);
});

it('right: an official of the district or the settlement sees it', async ({ regions, complaintId }) => {
  for (const territories of [['71701'], ['71701000']]) {
    const official = await asOfficial(regions, 'tyumen', { territories });
    expect((await complaintView(official, complaintId)).id).toBe(complaintId);
  }
});

it('refused: everybody else finds nothing under its id', async ({ regions, complaintId }) => {
  const others = [await anonymousIn(regions, 'tyumen'), await asOperator(regions, 'tyumen'), ...(await strangersIn(regions))];
  for (const ctx of others) await expect(complaintView(ctx, complaintId)).rejects.toMatchObject({ kind: 'notFound' });
});

it('other region: its people find nothing here, and theirs is not ours', async ({ regions, here, there }) => {
  const { id } = await fileIn(here, { body: canary('tyumen') });
  const { id: theirs } = await fileIn(there, { body: canary('omsk') });
  for (const ctx of [there.resident, there.employee, there.official])
    await expect(complaintView(ctx, id)).rejects.toMatchObject({ kind: 'notFound' });
  for (const ctx of [here.resident, here.employee, here.official])
    await expect(complaintView(ctx, theirs)).rejects.toMatchObject({ kind: 'notFound' });
  regions.clock.advance(DAY);
  const seen = JSON.stringify(await complaintView(here.official, id));
  expect([seen.includes(canary('tyumen')), seen.includes(accountOf(there.resident))]).toEqual([true, false]);
});
