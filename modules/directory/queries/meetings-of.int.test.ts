// Meetings of owners as the page of a house shows them.
import { newId } from '@zhkh/kernel/db.server';
import { expect } from 'vitest';
import type { VotingDecisionTable, VotingProtocolTable } from '../db-meetings.ts';
import { makeHouse } from '../testing/factories.ts';
import { makeFact, SOURCE } from '../testing/imported-facts.ts';
import { it, type Place } from '../testing/it.ts';
import { meetingsOf } from './meetings-of.server.ts';

type Protocol = Partial<Omit<VotingProtocolTable, 'counted'>>;

/** A protocol of the place's house with one decision; answers the id of the protocol. */
async function hold({ system, houseId }: Place, protocol: Protocol = {}, decision: Partial<VotingDecisionTable> = {}) {
  const key = { house_id: protocol.house_id ?? houseId, protocol_key: newId() };
  const usual = { number: '2', drawn_on: '2026-01-30', status: 'Posted', form: 'AVoting', quorum: true } as const;
  const id = await makeFact(system, 'voting_protocol', { ...usual, ...protocol, ...key });
  const question = 'Выбор управляющей организации';
  await makeFact(system, 'voting_decision', { number: 1, question, accepted: true, ...decision, ...key });
  return id;
}

it('right: newest first, each with votes, effect and source', async ({ here }) => {
  const winter = await hold(
    here,
    { begins_on: '2026-01-20', ends_on: '2026-01-29' },
    { agree: 750.5, against: 200, abstained: 49.5 },
  );
  const spring = await hold(here, { number: '3', drawn_on: '2026-02-20' }, { question: 'Закрыть мусоропровод', accepted: false });
  const powerless = await hold(here, { number: '1', drawn_on: '2025-12-01', quorum: false });
  const meetings = await meetingsOf(here.resident, here.houseId);
  expect(meetings.map((one) => one.id)).toEqual([spring, winter, powerless]);
  expect(meetings[0]).toMatchObject({ number: '3', decisions: [{ accepted: false, votes: null, effect: null }] });
  expect(meetings[1]).toMatchObject({
    date: '2026-01-30',
    counted: true,
    quorum: true,
    form: 'AVoting',
    votedFrom: '2026-01-20',
    votedTo: '2026-01-29',
    source: SOURCE,
    decisions: [{ number: 1, accepted: true, votes: [75, 20, 5], effect: 'company', way: null }],
  });
  expect(meetings[2]).toMatchObject({ quorum: false, decisions: [{ accepted: true, effect: null }] });
});

it('right: of several versions the latest placed one, an annulled one as such', async ({ here }) => {
  const root_guid = newId();
  await hold(here, { root_guid, version_number: 1 });
  const second = await hold(here, { root_guid, version_number: 2 }, { management: 'Управление ТСЖ' });
  await hold(here, { root_guid, version_number: 3, status: 'Created' }, { question: 'Черновик' });
  const annulled = await hold(here, { number: '7', drawn_on: '2025-11-11', status: 'Annuled' });
  expect(await meetingsOf(here.official, here.houseId)).toMatchObject([
    { id: second, decisions: [{ effect: 'way', way: 'Управление ТСЖ' }] },
    { id: annulled, counted: false, decisions: [{ accepted: true, effect: null }] },
  ]);
});

it('refused: neither drafts come nor meetings of another house', async ({ here }) => {
  const other = await makeHouse(here.system);
  const theirs = await hold(here, { house_id: other });
  await hold(here, { status: 'Created' });
  await hold(here, { version_status: 'Created' });
  expect(await meetingsOf(here.resident, here.houseId)).toEqual([]);
  expect(await meetingsOf(here.resident, newId())).toEqual([]);
  expect((await meetingsOf(here.resident, other)).map((one) => one.id)).toEqual([theirs]);
});

it('other region: its meetings are not told here', async ({ here, there }) => {
  const theirs = await hold(there);
  expect((await meetingsOf(there.resident, there.houseId)).map((one) => one.id)).toEqual([theirs]);
  expect(await meetingsOf(here.official, there.houseId)).toEqual([]);
});
