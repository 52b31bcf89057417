// Operators and partners: a region from a screen, a module switched, failures retried, the board behind its guard, a business profile.
import { randomUUID } from 'node:crypto';
import { request } from 'node:http';
import { type Browser, expect, type Page, test } from '@playwright/test';
import { e2eStack } from '@zhkh/tools/testing';
import { operatorCookie, partnerCookie } from './isolation/identities.ts';
import { type Look, look } from './support/look.ts';
import { openSql } from './support/open-sql.ts';

test.use({ actionTimeout: 15_000 });
test.describe.configure({ mode: 'serial', timeout: 120_000 });

const slug = `kurgan${Math.floor(Math.random() * 9000 + 1000)}`;
const at: Look = { folder: 'above-regions', scripts: true, pages: [] };

/** A cookie from the database: the way in is told in the story. */
async function operator(browser: Browser, role: 'operator' | 'support' = 'operator'): Promise<Page> {
  const { superadmin } = e2eStack();
  const sql = await openSql();
  const [name = '', value = ''] = (await operatorCookie(sql, role, 'superadmin_sid')).split('=');
  await sql.end({ timeout: 2 });
  const context = await browser.newContext({ baseURL: superadmin, viewport: { width: 1280, height: 900 }, locale: 'ru-RU' });
  await context.addCookies([{ name, value, url: superadmin }]);
  return await context.newPage();
}

test('a region comes up from a screen, step by step, and answers at its address', async ({ browser }) => {
  const page = await operator(browser);
  await page.goto('/regions/new');
  await page.getByRole('button', { name: 'Создать регион' }).click();
  await expect(page.getByText('Только строчные латинские буквы').first()).toBeVisible();
  await look(page, at, 'region-new-errors');
  await page.getByLabel('Короткое имя').fill(slug);
  await page.getByLabel('Название', { exact: true }).fill('Курганская область');
  await page.getByLabel('Название по-английски').fill('Kurgan Oblast');
  await page.getByLabel('Код субъекта').fill('45');
  await page.getByLabel('Часовой пояс').selectOption('Asia/Yekaterinburg');
  await page.getByLabel('Тариф').selectOption({ index: 1 });
  await page.getByLabel('Тон, 0–360').fill('150');
  await page.getByRole('button', { name: 'Создать регион' }).click();
  await expect(page).toHaveURL(new RegExp(`/regions/${slug}$`));
  await look(page, at, 'region-steps');
  await expect(page.getByText('Работает').first()).toBeVisible({ timeout: 60_000 });
  await expect(page.getByText('Проверка: чужие данные не читаются')).toBeVisible();
  await look(page, at, 'region-ready');
  const portal = await page.goto(`http://${slug}.localhost:${e2eStack().ports.portal}/`);
  expect(portal?.status()).toBe(200);
  await expect(page.getByText('Курганская область').first()).toBeVisible();
});

test('a taken name and a foreign address are refused at their fields', async ({ browser }) => {
  const page = await operator(browser);
  await page.goto('/regions/new');
  await page.getByLabel('Короткое имя').fill('tyumen');
  await page.getByLabel('Название', { exact: true }).fill('Тюмень ещё раз');
  await page.getByLabel('Название по-английски').fill('Tyumen again');
  await page.getByLabel('Код субъекта').fill('72');
  await page.getByLabel('Часовой пояс').selectOption('Asia/Yekaterinburg');
  await page.getByLabel('Тариф').selectOption({ index: 1 });
  await page.getByRole('button', { name: 'Создать регион' }).click();
  await expect(page.getByText('Регион с таким именем уже есть').first()).toBeVisible();
  await expect(page.getByLabel('Название', { exact: true })).toHaveValue('Тюмень ещё раз');
});

test('a module goes off and on in one region; the other keeps it', async ({ browser }) => {
  const page = await operator(browser);
  const other = await browser.newPage();
  const { ports, portal } = e2eStack();
  const status = async (origin: string) => (await other.goto(`${origin}/complaints/new`))?.status();
  const fresh = `http://${slug}.localhost:${ports.portal}`;
  await page.goto(`/regions/${slug}`);
  await page.locator('summary', { hasText: 'Выключить…' }).click();
  await page.getByRole('button', { name: 'Выключить модуль' }).click();
  await expect(page.getByText('Модуль выключен.')).toBeVisible();
  await expect.poll(() => status(fresh), { timeout: 5000 }).toBe(404);
  expect(await status(portal.tyumen)).toBe(200);
  await page.locator('summary', { hasText: 'Включить…' }).click();
  await page.getByRole('button', { name: 'Включить модуль' }).click();
  await expect(page.getByText('Модуль включён.')).toBeVisible();
  await expect.poll(() => status(fresh), { timeout: 5000 }).toBe(200);
  await page.goto('/journal');
  await expect(page.locator('table').getByText('Выключил модуль').first()).toBeVisible();
});

test('a suspended region is closed to people and opens again', async ({ browser }) => {
  const page = await operator(browser);
  const visitor = await browser.newPage();
  const status = async () => (await visitor.goto(`http://${slug}.localhost:${e2eStack().ports.portal}/`))?.status();
  await page.goto(`/regions/${slug}`);
  await page.locator('summary', { hasText: 'Приостановить…' }).click();
  await page.getByRole('button', { name: 'Приостановить регион' }).click();
  await expect.poll(status, { timeout: 10_000 }).toBe(503);
  await page.locator('summary', { hasText: 'Возобновить…' }).click();
  await page.getByRole('button', { name: 'Возобновить регион' }).click();
  await expect.poll(status, { timeout: 10_000 }).toBe(200);
});

test('a parked failure shows its reason, goes back to work, or is discarded', async ({ browser }) => {
  const sql = await openSql();
  const parked = {
    event: 'complaints.filed@1',
    handler: 'nobody.on-complaint-filed',
    payload: {},
    state: 'parked',
    tries: 8,
    next_try_at: new Date(),
    last_error: 'Проверочная причина',
    created_at: new Date(),
  };
  await sql`insert into region_omsk.event_delivery ${sql([
    { id: randomUUID(), ...parked },
    { id: randomUUID(), ...parked },
  ])}`;
  const page = await operator(browser);
  await page.goto('/');
  await expect(page.getByText(/отложено\s2\sотказа/)).toBeVisible();
  await page.goto('/failures?region=omsk&kind=platform.drain');
  await expect(page.getByText('Проверочная причина')).toHaveCount(2);
  await look(page, at, 'failures');
  await page.getByRole('button', { name: 'Повторить', exact: true }).first().click();
  await expect(page.getByText(/Вернули\sв\sработу\s1/)).toBeVisible();
  await page.goto('/failures?region=omsk&kind=platform.drain');
  await page.locator('summary', { hasText: 'Убрать…' }).first().click();
  await page.getByRole('button', { name: 'Убрать', exact: true }).first().click();
  await expect(page.getByText('Убрали. Запись осталась в журнале.')).toBeVisible();
  await sql`update region_omsk.event_delivery set state = 'discarded', done_at = now() where handler = ${parked.handler} and state <> 'discarded'`;
  await sql.end({ timeout: 2 });
});

test('the isolation check runs from the page and finds nothing open', async ({ browser }) => {
  const page = await operator(browser);
  await page.goto('/');
  await page.getByRole('button', { name: 'Проверить сейчас' }).click();
  await expect(page.getByText(/чужих\sправ:\s0/)).toBeVisible();
  await look(page, at, 'regions');
});

test('support looks and changes nothing', async ({ browser }) => {
  const page = await operator(browser, 'support');
  await page.goto('/');
  await expect(page.getByRole('link', { name: 'Добавить регион' })).toHaveCount(0);
  expect((await page.goto('/regions/new'))?.status()).toBe(403);
  await page.goto('/regions/tyumen');
  await expect(page.getByText('У поддержки только просмотр').first()).toBeVisible();
  await expect(page.locator('summary', { hasText: 'Выключить' })).toHaveCount(0);
});

test('the board of queues answers only to operators, its scripts and API too', async () => {
  const sql = await openSql();
  const { ports } = e2eStack();
  const ask = (path: string, cookie: string | null, method = 'GET') =>
    new Promise<number>((resolve, reject) => {
      const host = `localhost:${ports.superadmin}`;
      const headers = {
        host,
        ...(cookie && { cookie }),
        ...(method !== 'GET' && { origin: `http://${host}`, 'content-length': '0' }),
      };
      const sent = request({ host: '127.0.0.1', port: ports.superadmin, path, method, headers }, (response) => {
        response.resume();
        response.on('end', () => resolve(response.statusCode ?? 0));
      });
      sent.on('error', reject);
      sent.end();
    });
  const full = await operatorCookie(sql, 'operator', 'superadmin_sid');
  const support = await operatorCookie(sql, 'support', 'superadmin_sid');
  for (const path of [
    '/queues/board',
    '/queues/board/api/queues?page=1',
    '/queues/board/static/js/main.js',
    '/queues/board/x/../api/queues',
    '/queues/board%2Fapi%2Fqueues',
  ]) {
    expect(await ask(path, null), `${path} for nobody`).not.toBe(200);
  }
  expect(await ask('/queues/board/api/queues?page=1', full)).toBe(200);
  expect(await ask('/queues/board/api/queues?page=1', support)).toBe(200);
  expect(await ask('/queues/board/api/queues/jobs/pause', support, 'PUT')).toBe(403);
  await sql.end({ timeout: 2 });
});

test('a partner tells of the business and chooses regions', async ({ page }) => {
  const { partner } = e2eStack();
  const sql = await openSql();
  const [name = '', value = ''] = (await partnerCookie(sql, 'partner_sid')).split('=');
  await sql.end({ timeout: 2 });
  await page.context().addCookies([{ name, value, url: partner }]);
  await page.goto(`${partner}/profile`);
  await page.getByLabel('Название', { exact: true }).fill('Кофейня «Зерно»');
  await page.getByLabel('ИНН').fill('7707083894');
  await page.getByLabel('Адрес').fill('Тюмень, ул. Республики, 14');
  await page.getByLabel('Телефон').fill('8 912 345-67-89');
  await page.getByRole('button', { name: 'Сохранить' }).click();
  await expect(page.getByText(/не\sсходится\sконтрольная\sцифра/).first()).toBeVisible();
  await look(page, at, 'partner-profile-error');
  await page.getByLabel('ИНН').fill('7707083893');
  await page.getByRole('button', { name: 'Сохранить' }).click();
  await expect(page.getByText('Сохранили.')).toBeVisible();
  await page.goto(`${partner}/regions`);
  await look(page, at, 'partner-regions');
  for (const name of ['Тюменская область', 'Омская область']) await page.getByLabel(name).check({ force: true });
  await page.getByRole('button', { name: 'Сохранить выбор' }).click();
  await expect(page.getByText('Сохранили.')).toBeVisible();
  await page.goto(`${partner}/`);
  await expect(page.getByText('Тюменская область').first()).toBeVisible();
  await look(page, at, 'partner-home');
});
