// A register's table of outages: makes, corrects and annuls them, and tells subscribers of what matters.
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { runImport } from '@zhkh/imports/testing';
import { expect } from 'vitest';
import { accountOf, addressOf, it as base } from '../testing/it.ts';
import { type Scene, sentTo, work } from '../testing/scene.ts';

const header = 'OutageReportGUID;OutageKind;ServiceCode;StartDate;EndDate;OutageReason;HouseAddress';
const messages = (scene: Scene) => sentTo(scene.system, accountOf(scene.resident));

/** Imports a text as a file of this name. */
const it = base.extend('load', async ({ here }, { onCleanup }) => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'zhkh-outages-'));
  onCleanup(() => rmSync(folder, { recursive: true, force: true }));
  return (name: string, text: string) => {
    const filePath = path.join(folder, name);
    writeFileSync(filePath, text);
    return runImport(here.system, { connector: 'outages', filePath });
  };
});

it('a file makes outages, the same file changes nothing, a later one corrects and annuls', async ({ regions, here, load }) => {
  const addresses = await Promise.all(here.houses.map((house) => addressOf(here, house)));
  const key = randomUUID();
  const row = (end: string, address: string) => `${key};2;1;02.03.2026 11:00;02.03.2026 ${end};Порыв;${address}`;
  const rows = (end: string) => addresses.map((address) => row(end, address)).join('\n');
  const first = await load('a.csv', `${header}\n${rows('15:00')}\n${row('15:00', 'г. Тюмень, ул. Никакая, д. 999')}\n`);
  expect(first).toMatchObject({ state: 'done', counts: { outagesNew: 1, refused: 1 } });
  expect(await load('b.csv', `${header}\n${rows('15:00')}\n`)).toMatchObject({ state: 'done', counts: { outagesNew: 0 } });
  expect(await load('c.csv', `${header}\n${rows('15:00')}\n`)).toMatchObject({ counts: { outagesNew: 0, outagesChanged: 0 } });
  expect(await load('d.csv', `${header}\n${rows('18:00')}\n`)).toMatchObject({ counts: { outagesChanged: 1 } });
  await work(regions, here.system);
  expect((await messages(here)).map((one) => one.text)).toEqual([expect.stringContaining('до 18:00')]);
  const annulled = `${header};Status;CancelledReason\n${row('18:00', addresses[0] ?? '')};CANCELLED;Ошибка\n`;
  expect(await load('e.csv', annulled)).toMatchObject({ counts: { outagesChanged: 1 } });
  await work(regions, here.system);
  expect((await messages(here)).at(-1)?.purpose).toBe('outages.cancelled');
});
