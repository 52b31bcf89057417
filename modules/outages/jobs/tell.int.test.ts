// Messages to subscribers: one for what matters, in time, by the way each has chosen.
import { expect } from 'vitest';
import { chooseWays } from '../commands/choose-ways.server.ts';
import { confirmAddress } from '../commands/confirm-address.server.ts';
import { finishOutage } from '../commands/finish-outage.server.ts';
import { moveEnd } from '../commands/move-end.server.ts';
import { stopMessages } from '../commands/stop-messages.server.ts';
import { accountOf, announceIn, askedToken, it, MINUTE } from '../testing/it.ts';
import { type Scene, sentTo, work } from '../testing/scene.ts';

const messages = (scene: Scene) => sentTo(scene.system, accountOf(scene.resident));
const move = (scene: Scene, outageId: string, revision: number, endsAt: string) =>
  moveEnd(scene.employee, { outageId, revision, endsAt, reason: 'Ждём деталь' });

it('one for the announcement, one for a flood of corrections, one for the end', async ({ regions, here, outageId }) => {
  await work(regions, here.system);
  await work(regions, here.system);
  expect((await messages(here)).map((one) => one.text)).toEqual([expect.stringContaining('Нет холодной воды до 15:00')]);
  for (const [at, hour] of [17, 19, 21].entries()) {
    regions.clock.advance(MINUTE);
    await move(here, outageId, at + 1, `2026-03-02T${hour}:00`);
    await work(regions, here.system);
  }
  expect(await messages(here)).toHaveLength(1);
  regions.clock.advance(6 * MINUTE);
  await work(regions, here.system);
  expect((await messages(here)).map((one) => one.text).slice(1)).toEqual([expect.stringContaining('до 21:00')]);
  await finishOutage(here.employee, { outageId, revision: 4, reason: '' });
  await work(regions, here.system);
  expect((await messages(here)).map((one) => one.purpose)).toEqual(['outages.announced', 'outages.moved', 'outages.ended']);
});

it('a correction taken back is no news', async ({ regions, here, outageId }) => {
  await work(regions, here.system);
  await move(here, outageId, 1, '2026-03-02T18:00');
  await move(here, outageId, 2, '2026-03-02T15:00');
  regions.clock.advance(20 * MINUTE);
  await work(regions, here.system);
  expect(await messages(here)).toHaveLength(1);
});

it('planned ones wait for the morning, emergencies do not', async ({ regions, here }) => {
  regions.clock.set(new Date('2026-03-02T18:30:00Z'));
  await announceIn(here, { kind: 'planned', services: ['6'], startsAt: '2026-03-20T09:00', endsAt: '2026-03-20T12:00' });
  await announceIn(here, { startsAt: '2026-03-02T23:30', endsAt: '' });
  await work(regions, here.system);
  expect((await messages(here)).map((one) => one.text)).toEqual([expect.stringContaining('холодной воды, срок уточняют')]);
  regions.clock.set(new Date('2026-03-03T02:00:00Z'));
  await work(regions, here.system);
  expect((await messages(here))[1]?.text).toContain('Не будет отопления 20 марта, 9:00–12:00');
});

it('by mail only to a confirmed address, with a link that stops them without signing in', async ({ regions, here }) => {
  await chooseWays(here.resident, { bySms: false, byMail: true, email: 'olga@example.org' });
  await announceIn(here);
  await work(regions, here.system);
  expect(await messages(here)).toEqual([]);
  expect(await confirmAddress(here.resident, await askedToken(here, 'olga@example.org'))).toBe(true);
  await announceIn(here, { services: ['2'] });
  await work(regions, here.system);
  const [letter] = await messages(here);
  expect(letter).toMatchObject({ channel: 'mail', subject: expect.stringMatching(/^Нет горячей воды до 15:00: /) });
  const stop = /stop\/([\w-]+)/.exec(letter?.unsubscribe_url ?? '')?.[1] ?? '';
  await stopMessages(here.system, stop);
  await announceIn(here, { services: ['4'] });
  await work(regions, here.system);
  expect(await messages(here)).toHaveLength(1);
});
