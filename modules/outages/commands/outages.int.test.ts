// Rights, repetition, corrections and messages of outages, on PostgreSQL with two regions.
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { runImport } from '@zhkh/imports/testing';
import { fileIn } from '@zhkh/complaints/testing';
import { makeHouse } from '@zhkh/directory/testing';
import { asEmployee, asOfficial, asResident, leakProbe, type TwoRegions, twoRegions } from '@zhkh/tools/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { installed } from '../../installed.server.ts';
import { closeForgotten, remindAuthors } from '../jobs/keep-watch.server.ts';
import { houseOutages, outagesBeforeFiling } from '../queries/house-outages.server.ts';
import { outageList } from '../queries/outage-list.server.ts';
import { outageOne } from '../queries/outage-one.server.ts';
import { subscriptionRecords } from '../queries/personal-records.server.ts';
import { previewOf } from '../queries/preview.server.ts';
import { listQuery } from '../domain/list-query.ts';
import { announcement, makeScene, type Scene, sentTo, work } from '../testing/scene.ts';
import { announceOutage } from './announce-outage.server.ts';
import { announceUpload } from './announce-upload.server.ts';
import { cancelOutage } from './cancel-outage.server.ts';
import { checkUpload } from './check-upload.server.ts';
import { chooseWays } from './choose-ways.server.ts';
import { confirmAddress } from './confirm-address.server.ts';
import { finishOutage } from './finish-outage.server.ts';
import { moveEnd } from './move-end.server.ts';
import { stopMessages } from './stop-messages.server.ts';
import { subscribe } from './subscribe.server.ts';

const NOON = new Date('2026-03-02T07:00:00Z');
const MINUTE = 60_000;
let regions: TwoRegions;
let scene: Scene;
let folder: string;

beforeAll(async () => {
  regions = await twoRegions(installed);
  folder = mkdtempSync(path.join(os.tmpdir(), 'zhkh-outages-'));
});
beforeEach(async () => {
  regions.clock.set(NOON);
  scene = await makeScene(regions, 'tyumen');
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await regions.close();
});

const announce = (more = {}) => announceOutage(scene.employee, announcement(scene, more));
const residentId = () => (scene.resident.actor.kind === 'resident' ? scene.resident.actor.accountId : '');
const messages = () => sentTo(scene.system, residentId());
const list = (tab: 'now' | 'planned' | 'past') => listQuery.parse({ tab });
const move = (outageId: string, revision: number, endsAt: string) =>
  moveEnd(scene.employee, { outageId, revision, endsAt, reason: 'Ждём деталь' });

describe('announcing', () => {
  it('is once for a key, however often it is sent', async () => {
    const input = announcement(scene);
    const made = await Promise.all([1, 2, 3].map(() => announceOutage(scene.employee, input)));
    expect(new Set(made.map((one) => one.id)).size).toBe(1);
    expect((await outageList(scene.employee, list('now'), { companies: false })).total).toBe(1);
  });

  it('refuses houses of another company and another company itself', async () => {
    const stranger = await makeHouse(scene.system);
    await expect(announce({ scope: 'chosen', houses: [stranger] })).rejects.toThrow('outages.not-yours');
    const other = await asEmployee(regions, 'tyumen', {});
    await expect(announceOutage(other, announcement(scene))).rejects.toMatchObject({ kind: 'notFound' });
  });

  it('takes houses by words of the address', async () => {
    const [first] = scene.houses;
    const house = await scene.system.db.selectFrom('house').select('number').where('id', '=', first).executeTakeFirstOrThrow();
    const { id } = await announce({ scope: 'filter', filter: `ПРОВЕРОЧНАЯ ${house.number}` });
    expect((await outageOne(scene.employee, id)).houses.map((one) => one.id)).toEqual([first]);
  });

  it('warns of a short notice and of too long a break, and counts whom it touches', async () => {
    const times = { startsAt: '2026-03-05T09:00', endsAt: '2026-03-05T18:00' };
    const preview = await previewOf(scene.employee, announcement(scene, { kind: 'planned', services: ['2'], ...times }));
    expect(preview).toMatchObject({ houses: 2, flats: 120, subscribers: 1 });
    expect(preview.warnings.map((one) => one.rule).join('\n')).toMatch(/10 рабочих дней[\s\S]*не дольше 4 ч. Здесь 9 ч/);
  });
});

describe('correcting', () => {
  it('keeps who moved the end and when, and refuses a correction past another', async () => {
    const { id } = await announce();
    await move(id, 1, '2026-03-02T18:00');
    await expect(move(id, 1, '2026-03-02T20:00')).rejects.toThrow('outages.changed-meanwhile');
    const { history, item } = await outageOne(scene.official, id);
    expect(history.map((line) => line.title)).toEqual([
      'Объявлено, окончание: 15:00',
      'Окончание перенесено: было 15:00, стало 18:00',
    ]);
    expect(history[1]?.note).toMatch(/Сотрудник.*Ждём деталь/);
    expect(item.title).toBe('Нет холодной воды до 18:00');
  });

  it('is over for good once it is over; a stranger sees nothing of it', async () => {
    const { id } = await announce();
    const other = await asEmployee(regions, 'tyumen', {});
    await expect(finishOutage(other, { outageId: id, revision: 1, reason: '' })).rejects.toMatchObject({ kind: 'notFound' });
    await expect(outageOne(other, id)).rejects.toMatchObject({ kind: 'notFound' });
    await finishOutage(scene.employee, { outageId: id, revision: 1, reason: '' });
    await expect(cancelOutage(scene.employee, { outageId: id, revision: 2, reason: 'Ошибка' })).rejects.toThrow(
      'outages.too-late',
    );
  });
});

describe('messages', () => {
  it('one for the announcement, one for a flood of corrections, one for the end', async () => {
    const { id } = await announce();
    await work(regions, scene.system);
    await work(regions, scene.system);
    expect((await messages()).map((one) => one.text)).toEqual([expect.stringContaining('Нет холодной воды до 15:00')]);
    for (const [at, hour] of [17, 19, 21].entries()) {
      regions.clock.advance(MINUTE);
      await move(id, at + 1, `2026-03-02T${hour}:00`);
      await work(regions, scene.system);
    }
    expect(await messages()).toHaveLength(1);
    regions.clock.advance(6 * MINUTE);
    await work(regions, scene.system);
    expect((await messages()).map((one) => one.text).slice(1)).toEqual([expect.stringContaining('до 21:00')]);
    await finishOutage(scene.employee, { outageId: id, revision: 4, reason: '' });
    await work(regions, scene.system);
    expect((await messages()).map((one) => one.purpose)).toEqual(['outages.announced', 'outages.moved', 'outages.ended']);
  });

  it('a correction taken back is no news', async () => {
    const { id } = await announce();
    await work(regions, scene.system);
    await move(id, 1, '2026-03-02T18:00');
    await move(id, 2, '2026-03-02T15:00');
    regions.clock.advance(20 * MINUTE);
    await work(regions, scene.system);
    expect(await messages()).toHaveLength(1);
  });

  it('planned ones wait for the morning, emergencies do not', async () => {
    regions.clock.set(new Date('2026-03-02T18:30:00Z'));
    await announce({ kind: 'planned', services: ['6'], startsAt: '2026-03-20T09:00', endsAt: '2026-03-20T12:00' });
    await announce({ startsAt: '2026-03-02T23:30', endsAt: '' });
    await work(regions, scene.system);
    expect((await messages()).map((one) => one.text)).toEqual([expect.stringContaining('холодной воды, срок уточняют')]);
    regions.clock.set(new Date('2026-03-03T02:00:00Z'));
    await work(regions, scene.system);
    expect((await messages())[1]?.text).toContain('Не будет отопления 20 марта, 9:00–12:00');
  });

  it('by mail only to a confirmed address, with a link that stops them without signing in', async () => {
    await chooseWays(scene.resident, { bySms: false, byMail: true, email: 'olga@example.org' });
    await announce();
    await work(regions, scene.system);
    expect(await messages()).toEqual([]);
    const letters = await scene.system.db
      .selectFrom('outgoing_message')
      .select('text')
      .where('purpose', '=', 'outages.confirm')
      .execute();
    const token = /confirm\/([\w-]+)/.exec(letters.at(-1)?.text ?? '')?.[1] ?? '';
    expect(await confirmAddress(scene.resident, token)).toBe(true);
    expect(await confirmAddress(scene.resident, token)).toBe(false);
    await announce({ services: ['2'] });
    await work(regions, scene.system);
    const [letter] = await messages();
    expect(letter).toMatchObject({ channel: 'mail', subject: expect.stringMatching(/^Нет горячей воды до 15:00: /) });
    const stop = /stop\/([\w-]+)/.exec(letter?.unsubscribe_url ?? '')?.[1] ?? '';
    await stopMessages(scene.system, stop);
    await announce({ services: ['4'] });
    await work(regions, scene.system);
    expect(await messages()).toHaveLength(1);
  });

  it('forgets who followed what', async () => {
    await scene.system.write((w) => subscriptionRecords(scene.system).forget(w, residentId()));
    await announce();
    await work(regions, scene.system);
    expect(await messages()).toEqual([]);
    expect(await subscriptionRecords(scene.system).copy(residentId())).toEqual({ ways: [], houses: [] });
  });

  it('lets a resident follow so many houses and no more', async () => {
    const resident = await asResident(regions, 'tyumen');
    const houses = await Promise.all([1, 2, 3, 4, 5, 6].map(() => makeHouse(scene.system)));
    for (const house of houses.slice(0, 5)) await subscribe(resident, house);
    await subscribe(resident, houses[0] ?? '');
    await expect(subscribe(resident, houses[5] ?? '')).rejects.toThrow('outages.too-many-houses');
  });
});

describe('what residents see', () => {
  it('is what is off now, what is past its end, and what is planned soon', async () => {
    const [house] = scene.houses;
    await announce();
    await announce({ kind: 'planned', services: ['4'], startsAt: '2026-03-10T09:00', endsAt: '2026-03-10T12:00' });
    await announce({ kind: 'planned', services: ['5'], startsAt: '2026-04-10T09:00', endsAt: '2026-04-10T12:00' });
    const titles = async () =>
      (await houseOutages(scene.resident, house)).items.map((item) => item.title.replaceAll('\u00a0', ' '));
    expect(await titles()).toEqual(['Нет холодной воды до 15:00', 'Не будет электричества 10 марта, 9:00–12:00']);
    expect(await outagesBeforeFiling(scene.resident, house, 'water.no_cold')).toMatchObject({ explains: true });
    expect(await outagesBeforeFiling(scene.resident, house, 'entrance.door')).toMatchObject({ explains: false });
    regions.clock.advance(200 * MINUTE);
    const [late] = (await houseOutages(scene.resident, house)).items;
    expect(late).toMatchObject({ phase: 'overdue', title: 'Нет холодной воды', overdue: expect.stringContaining('15:00') });
  });

  it('the author is reminded once, and the forgotten one is closed without a message', async () => {
    const { id } = await announce();
    await work(regions, scene.system);
    regions.clock.advance(200 * MINUTE);
    await remindAuthors(scene.system);
    await remindAuthors(scene.system);
    const reminders = await scene.system.db
      .selectFrom('outgoing_message')
      .select('subject')
      .where('key', '=', `outages.remind.${id}.1`)
      .execute();
    expect(reminders).toHaveLength(1);
    regions.clock.advance(25 * 60 * MINUTE);
    await closeForgotten(scene.system);
    await work(regions, scene.system);
    expect((await outageOne(scene.employee, id)).history.at(-1)?.kind).toBe('closed');
    expect(await messages()).toHaveLength(1);
  });
});

describe('tables', () => {
  const header = 'OutageReportGUID;OutageKind;ServiceCode;StartDate;EndDate;OutageReason;HouseAddress';
  const bytes = (...rows: string[]) => new TextEncoder().encode([header, ...rows].join('\r\n'));

  it('a company’s upload is checked first, announced once, strangers refused with line and field', async () => {
    const [house] = scene.houses;
    const { address } = await scene.system.db
      .selectFrom('house')
      .select('address')
      .where('id', '=', house)
      .executeTakeFirstOrThrow();
    const other = await makeHouse(scene.system);
    const foreign = await scene.system.db.selectFrom('house').select('address').where('id', '=', other).executeTakeFirstOrThrow();
    const file = bytes(
      `;1;1 2;20.03.2026 09:00;20.03.2026 12:00;Ремонт стояка;${address}`,
      `;1;1;20.03.2026 09:00;20.03.2026 12:00;Ремонт;${foreign.address}`,
      `;7;1;20.03.2026 09:00;20.03.2026 12:00;Ремонт;${address}`,
    );
    const id = await checkUpload(scene.employee, scene.companyId, { fileName: 'plan.csv', bytes: file });
    expect((await outageList(scene.employee, list('planned'), { companies: false })).total).toBe(0);
    const kept = await scene.system.db
      .selectFrom('outage_upload')
      .select('refused')
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    expect(kept.refused.map(({ line, field, reason }) => [line, field, reason])).toEqual([
      [3, 'FiasHouseGUID', 'not-yours'],
      [4, 'OutageKind', 'unknown'],
    ]);
    expect(await announceUpload(scene.employee, scene.companyId, id)).toBe(1);
    expect(await announceUpload(scene.employee, scene.companyId, id)).toBe(0);
    expect((await outageList(scene.employee, list('planned'), { companies: false })).items[0]).toMatchObject({ houses: 1 });
  });

  it('a register’s file makes outages, the same file changes nothing, a later one corrects and annuls', async () => {
    const places = await scene.system.db.selectFrom('house').select('address').where('id', 'in', scene.houses).execute();
    const key = randomUUID();
    const row = (end: string, address: string) => `${key};2;1;02.03.2026 11:00;02.03.2026 ${end};Порыв;${address}`;
    const load = (name: string, text: string) => {
      const filePath = path.join(folder, name);
      writeFileSync(filePath, text);
      return runImport(scene.system, { connector: 'outages', filePath });
    };
    const rows = (end: string) => places.map(({ address }) => row(end, address)).join('\n');
    const first = await load('a.csv', `${header}\n${rows('15:00')}\n${row('15:00', 'г. Тюмень, ул. Никакая, д. 999')}\n`);
    expect(first).toMatchObject({ state: 'done', counts: { outagesNew: 1, refused: 1 } });
    expect(await load('b.csv', `${header}\n${rows('15:00')}\n`)).toMatchObject({ state: 'done', counts: { outagesNew: 0 } });
    expect(await load('c.csv', `${header}\n${rows('15:00')}\n`)).toMatchObject({ counts: { outagesNew: 0, outagesChanged: 0 } });
    expect(await load('d.csv', `${header}\n${rows('18:00')}\n`)).toMatchObject({ counts: { outagesChanged: 1 } });
    await work(regions, scene.system);
    expect((await messages()).map((one) => one.text)).toEqual([expect.stringContaining('до 18:00')]);
    const annulled = `${header};Status;CancelledReason\n${row('18:00', places[0]?.address ?? '')};CANCELLED;Ошибка\n`;
    expect(await load('e.csv', annulled)).toMatchObject({ counts: { outagesChanged: 1 } });
    await work(regions, scene.system);
    expect((await messages()).at(-1)?.purpose).toBe('outages.cancelled');
  });
});

it('an official sees and announces in the own territory only', async () => {
  const { id } = await announce();
  const here = await asOfficial(regions, 'tyumen', { territories: ['71701'] });
  const elsewhere = await asOfficial(regions, 'tyumen', { territories: ['00000'] });
  expect((await outageOne(here, id)).own).toBe(true);
  await expect(outageOne(elsewhere, id)).rejects.toMatchObject({ kind: 'notFound' });
  await expect(announceOutage(elsewhere, announcement(scene))).rejects.toMatchObject({ kind: 'notFound' });
  const made = await announceOutage(here, announcement(scene, { services: ['3'] }));
  expect((await outageOne(scene.employee, made.id)).steps).toContain('finish');
});

it('counts complaints an outage explains', async () => {
  const { id } = await announce();
  await fileIn({ resident: scene.resident, houseId: scene.houses[0] }, { category: 'water.no_cold' });
  await fileIn({ resident: scene.resident, houseId: scene.houses[0] }, { category: 'entrance.light' });
  await work(regions, scene.system);
  expect((await outageOne(scene.employee, id)).complaints).toBe(1);
});

it('leaks nothing to the other region', async () => {
  await announce();
  const omsk = await makeScene(regions, 'omsk');
  await announceOutage(omsk.employee, announcement(omsk));
  const [house] = scene.houses;
  await leakProbe(regions, async (ctx) => (await houseOutages(ctx, house)).items);
  await leakProbe(regions, (ctx) => outageList(ctx, list('now'), { companies: true }));
});
