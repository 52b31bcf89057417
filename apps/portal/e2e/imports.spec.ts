// A register from the operator's hands into the region: upload, live course, what would change, the decision, refused rows, the schedule.
// The same without scripts.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { e2eStack, projectRoot } from '@zhkh/tools/testing';
import { type Look, look } from './support/look.ts';
import { person, signInByPassword } from './support/sign-in.ts';

const origin = e2eStack().superadmin;
const home = `${origin}/regions/tyumen/imports`;
const fixture = path.join(projectRoot, 'modules/directory/fixtures/72/house-points-2026-02-05.csv');

/** Points of the demo houses, a little moved, and one row nobody can place. */
function points(by: number): Buffer {
  const [head = '', ...rows] = readFileSync(fixture, 'utf8').trim().split('\n').slice(0, 60);
  const moved = rows.map((row) => row.replace(/;(\d+\.\d+);/, (_, lat: string) => `;${(Number(lat) + by).toFixed(6)};`));
  return Buffer.from([head, ...moved, 'not-a-guid;57.1;65.5;файл'].join('\n'));
}

/** Points of houses nobody knows, enough of them to be watched. */
function strangers(rows: number): Buffer {
  const lines = Array.from(
    { length: rows },
    (_, at) => `${String(at).padStart(8, '0')}-0000-4000-8000-000000000000;57.1;65.5;файл`,
  );
  return Buffer.from(['house_guid;lat;lon;source', ...lines].join('\n'));
}

async function upload(page: Page, name: string, by: number): Promise<void> {
  await page.goto(home);
  await page.getByLabel('Источник').first().selectOption('house-points');
  await page.getByLabel('Файл').setInputFiles({ name, mimeType: 'text/csv', buffer: points(by) });
  await page.getByRole('button', { name: 'Проверить', exact: true }).click();
  await expect(page).toHaveURL(/imports\/[0-9a-f-]{36}$/);
}

test('a file is checked, seen and applied; what was refused is downloaded; a source is put on the schedule', async ({ page }) => {
  test.setTimeout(180_000);
  const at: Look = { folder: 'imports', scripts: true, pages: [] };
  await page.setViewportSize({ width: 1280, height: 900 });
  await signInByPassword(page, origin, '/sign-in', person('operator', null));
  await upload(page, 'house-points-2026-03-01.csv', 0.0001);
  await expect(page.getByRole('heading', { name: 'Что изменится' })).toBeVisible();
  await expect(page.getByText(/точ\w+\sна\sкарте|точек\sна\sкарте/)).toBeVisible();
  await look(page, at, 'checked');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Скачать строки' }).click(),
  ]);
  expect(readFileSync(await download.path(), 'utf8')).toContain('not-a-guid');
  await page.getByRole('button', { name: 'Применить', exact: true }).click();
  await expect(page.getByText('Сведения обновлены')).toBeVisible();
  await look(page, at, 'applied');
  await upload(page, 'house-points-2026-03-01.csv', 0.0001);
  await expect(page.getByText(/Этот\sфайл\sуже\sзагружен/)).toBeVisible();
  await expect(page.getByRole('button', { name: 'Не применять' })).toBeVisible();
  await page.getByRole('button', { name: 'Не применять' }).click();
  await expect(page.getByText('Прежние сведения на месте')).toBeVisible();
  await look(page, at, 'cancelled');
  await page.goto(home);
  await look(page, at, 'history');
  await page.goto(`${home}?source=house-points&state=done`);
  await expect(page.getByRole('link', { name: 'Координаты домов' }).first()).toBeVisible();

  await page.goto(home);
  await page.getByLabel('Источник').first().selectOption('house-points');
  await page
    .getByLabel('Файл')
    .setInputFiles({ name: 'house-points-2026-03-03.csv', mimeType: 'text/csv', buffer: strangers(500_000) });
  await page.getByRole('button', { name: 'Проверить', exact: true }).click();
  await expect(page.getByText(/прочитан[оа]?\s[\d\s]+\sстрок/)).toBeVisible({ timeout: 30_000 });
  await look(page, at, 'reading');
  await page.getByRole('button', { name: 'Отменить', exact: true }).click();
  await expect(page.getByText('Прежние сведения на месте')).toBeVisible();

  await page.goto(`${home}/schedule`);
  await page.getByLabel('Источник').selectOption('revexp');
  await page.getByLabel(/^Адрес/).fill('https://evil.test/data.zip');
  await page.getByRole('button', { name: 'Добавить', exact: true }).click();
  await expect(page.getByText(/Узел\sevil.test/).first()).toBeVisible();
  await page.getByLabel(/^Адрес/).fill('https://www.nalog.gov.ru/opendata/7707329152-revexp/');
  await page.getByRole('button', { name: 'Добавить', exact: true }).click();
  await expect(page.getByText('Источник добавлен')).toBeVisible();
  await page.getByRole('button', { name: /^Выключить/ }).click();
  await expect(page.getByText('Сохранено')).toBeVisible();
  await look(page, at, 'schedule');
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });
  test('the same file goes the same way', async ({ page }) => {
    test.setTimeout(120_000);
    // A code is good once: the next one comes with the next half minute.
    await page.waitForTimeout(30_000 - (Date.now() % 30_000));
    const at: Look = { folder: 'imports-no-scripts', scripts: false, pages: [] };
    await signInByPassword(page, origin, '/sign-in', person('operator', null));
    await upload(page, 'house-points-2026-03-02.csv', 0.0002);
    await reloadUntil(page, 'Что изменится');
    await look(page, at, 'checked');
    await page.getByRole('button', { name: 'Применить', exact: true }).click();
    await reloadUntil(page, 'Сведения обновлены');
    await page.goto(`${home}`);
    await look(page, at, 'history');
  });
});

async function reloadUntil(page: Page, words: string): Promise<void> {
  await expect
    .poll(
      async () => {
        await page.reload();
        return page.getByText(words).count();
      },
      { timeout: 30_000, intervals: [500] },
    )
    .toBeGreaterThan(0);
}
