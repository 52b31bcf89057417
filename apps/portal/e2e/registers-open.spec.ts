// What registers give to people: open data anybody takes, the authority's registers with saved views and exports, and a house that changes its
// company by an import: its history says so, its open complaint goes to the new company with a record.
import { readFileSync } from 'node:fs';
import { expect, type Page, test } from '@playwright/test';
import { e2eStack } from '@zhkh/tools/testing';
import { type Look, look } from './support/look.ts';
import { openSql } from './support/open-sql.ts';
import { person, signInByPassword } from './support/sign-in.ts';

const origin = e2eStack().portal.tyumen;
const operator = e2eStack().superadmin;
const at: Look = { folder: 'registers-open', scripts: true, pages: [] };

test('open data are taken whole, in three formats, by anybody', async ({ page }) => {
  await page.goto(`${origin}/open-data`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/Открытые\sданные/);
  await look(page, at, 'open-data');
  const body = async (path: string) => (await take(page, path)).text;
  const { items } = JSON.parse(await body('/open-data/houses.json'));
  const lines = (await body('/open-data/houses.csv')).trim().split('\r\n');
  expect(lines.length).toBe(items.length + 1);
  const map = JSON.parse(await body('/open-data/houses.geojson'));
  expect(map.type).toBe('FeatureCollection');
  for (const { geometry } of map.features) {
    expect(geometry.type).toBe('Point');
    expect(geometry.coordinates[0]).toBeGreaterThan(geometry.coordinates[1]);
  }
  const { etag } = await take(page, '/open-data/companies.json');
  expect((await take(page, '/open-data/companies.json', { 'If-None-Match': etag })).status).toBe(304);
  const passport = JSON.parse(await body('/open-data/houses/passport.json'));
  expect(Object.keys(items[0]).sort()).toEqual(passport.fields.map((field: { name: string }) => field.name).sort());
  expect((await take(page, '/open-data/houses.json?municipality=abc')).status).toBe(400);
});

test('an official narrows a register, keeps the view and takes it as a workbook', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 900 });
  await signInByPassword(page, origin, '/staff/sign-in', person('official', 'tyumen'));
  await page.goto(`${origin}/authority/houses`);
  await page.getByText(/^Ещё\sфильтры$/).click();
  await page.locator('select[name=mode]').selectOption('company');
  await expect(page).toHaveURL(/mode=company/);
  await look(page, at, 'houses');
  await page.getByText(/^Сохранить\sвид$/).click();
  await page.getByLabel('Название').fill('Дома под управлением');
  await page.getByRole('button', { name: 'Сохранить', exact: true }).click();
  const view = page.getByRole('link', { name: /^Дома\sпод\sуправлением$/ });
  await expect(view).toHaveAttribute('aria-current', 'true');
  await look(page, at, 'houses-view');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: /Скачать\sExcel/ }).click(),
  ]);
  expect(
    readFileSync(await download.path())
      .subarray(0, 2)
      .toString(),
  ).toBe('PK');
  await page.getByRole('button', { name: /Удалить\sвид/ }).click();
  await expect(view).toHaveCount(0);
  await page.getByRole('button', { name: 'Вернуть' }).click();
  await expect(view).toBeVisible();
  await page.goto(`${origin}/authority/companies?precepts=open`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/Реестр\sкомпаний/);
  await look(page, at, 'companies');
  await page.goto(`${origin}/authority/changes?kind=manager&from=2015-01-01`);
  await expect(page.getByText(/дом\sперешёл\sот/).first()).toBeVisible();
  await look(page, at, 'changes');
});

test('an import moves a house: history, a complaint that follows with a trace', async ({ page }) => {
  test.setTimeout(120_000);
  const scene = await houseToMove();
  await signInByPassword(page, operator, '/sign-in', person('operator', null));
  await load(page, scene);
  await page.goto(`${origin}/houses/${scene.house}`);
  const history = page.locator('#history');
  await expect(history.getByText(/дом\sперешёл\sот/).first()).toBeVisible();
  await expect(history.getByText(/Основание: Е2Е\/1/)).toBeVisible();
  await look(page, at, 'house');
  await expect.poll(() => trailOf(scene.complaint), { timeout: 30_000 }).toContain('followed');
  await page.goto(`${origin}/companies/${scene.to}`);
  await expect(page.getByRole('heading', { name: /Дома\sпришли\sи\sушли/ })).toBeVisible();
  await look(page, at, 'company');
  const sql = await openSql();
  const [row] = await sql`select company_id, status from region_tyumen.complaint where id = ${scene.complaint}`.finally(() =>
    sql.end({ timeout: 2 }),
  );
  expect(row?.company_id).toBe(scene.to);
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });
  test('open data and the history are read the same', async ({ page }) => {
    await page.goto(`${origin}/open-data`);
    await expect(page.getByRole('link', { name: 'GeoJSON' }).first()).toHaveAttribute('href', '/open-data/houses.geojson');
    await page.locator('select[name=municipality]').selectOption({ index: 1 });
    await page.getByRole('button', { name: 'Показать' }).click();
    await expect(page.getByRole('link', { name: 'CSV', exact: true }).first()).toHaveAttribute('href', /municipality=\d{5}/);
  });
});

/** Inside the page: only the browser knows the region's local name. */
function take(page: Page, path: string, headers: Record<string, string> = {}) {
  return page.evaluate(
    async ([url, more]) => {
      const answer = await fetch(url, { headers: more, cache: 'no-store' });
      return { status: answer.status, etag: answer.headers.get('etag') ?? '', text: await answer.text() };
    },
    [path, headers] as const,
  );
}

interface ToMove {
  house: string;
  fias: string;
  from: string;
  fromOgrn: string;
  guid: string;
  since: string;
  to: string;
  toOgrn: string;
  complaint: string;
}

/** A house under a contract, with an open complaint that is its company's move; and another company. */
async function houseToMove(): Promise<ToMove> {
  const sql = await openSql();
  try {
    const [found] = await sql<ToMove[]>`
      select house.id as house, house.fias_guids[1] as fias, company.id as from, company.ogrn as "fromOgrn", term.contract_guid as guid,
        term.valid_from::text as since, other.id as to, other.ogrn as "toOgrn", complaint.id as complaint
      from region_tyumen.complaint join region_tyumen.house on house.id = complaint.house_id
      join region_tyumen.company on company.id = house.company_id
      join region_tyumen.management term on term.house_id = house.id and term.company_id = company.id and term.contract_guid is not null
      cross join lateral (select id, ogrn from region_tyumen.company other where other.id <> company.id and other.email is not null order by id limit 1) other
      where complaint.status in ('sent', 'delivered', 'in_work') and complaint.company_id = company.id and cardinality(house.fias_guids) > 0
        and complaint.category_code not like 'charges%' and complaint.category_code not like 'management%' and complaint.title not like 'KANAREIKA%'
        and (select count(*) from region_tyumen.management every where every.house_id = house.id) = 1
      order by complaint.filed_at limit 1`;
    if (!found) throw new Error('The demo stock has no open complaint of a house under one contract');
    return found;
  } finally {
    await sql.end({ timeout: 2 });
  }
}

async function load(page: Page, scene: ToMove): Promise<void> {
  const today = new Date().toISOString().slice(0, 10);
  const table = [
    'ContractGUID;DocNum;SigningDate;OGRN;FIASHouseGuid;StartDate;EndDate',
    `${scene.guid};Е2Е/0;2016-01-01;${scene.fromOgrn};${scene.fias};${scene.since};${today}`,
    `${crypto.randomUUID()};Е2Е/1;${today};${scene.toOgrn};${scene.fias};${today};`,
  ].join('\n');
  await page.goto(`${operator}/regions/tyumen/imports`);
  await page.getByLabel('Источник').first().selectOption('contracts');
  await page
    .getByLabel('Файл')
    .setInputFiles({ name: `contracts-${today}.csv`, mimeType: 'text/csv', buffer: Buffer.from(table) });
  await page.getByRole('button', { name: 'Проверить', exact: true }).click();
  await page.getByRole('button', { name: 'Применить', exact: true }).click();
  await expect(page.getByText('Сведения обновлены')).toBeVisible();
}

async function trailOf(complaint: string): Promise<string[]> {
  const sql = await openSql();
  const rows = await sql<
    { kind: string }[]
  >`select kind from region_tyumen.complaint_event where complaint_id = ${complaint}`.finally(() => sql.end({ timeout: 2 }));
  return rows.map((row) => row.kind);
}
