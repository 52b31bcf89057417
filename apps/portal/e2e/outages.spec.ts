// An outage from the company's announcement to the subscriber's letters: house card, complaint form, early end; and the form without scripts.
import { randomInt } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { type Browser, type BrowserContext, expect, type Locator, type Page, test } from '@playwright/test';
import { e2eStack } from '@zhkh/tools/testing';
import { waitForMessage } from './support/catcher.ts';
import { type Look, look } from './support/look.ts';
import { openSql } from './support/open-sql.ts';
import { person, signInByPassword, signInByPhone } from './support/sign-in.ts';

const at: Look = { folder: 'outages', scripts: true, pages: [] };
const origin = () => e2eStack().portal.tyumen;
const email = `olga-${randomInt(1_000_000)}@example.org`;

interface StockHouse {
  id: string;
  address: string;
  /** As the form names it when all houses stand in one city. */
  short: string;
}

let company: BrowserContext;
let houses: StockHouse[];

test.describe.configure({ mode: 'serial' });
test.setTimeout(180_000);

test.beforeAll(async ({ browser }) => {
  const who = person('company-admin', 'tyumen');
  houses = await quietHousesOf(who.login);
  company = await cabinetOf(browser, who);
});

test.afterAll(() => company.close());

async function cabinetOf(browser: Browser, who: ReturnType<typeof person>): Promise<BrowserContext> {
  const context = await browser.newContext();
  const page = await context.newPage();
  await signInByPassword(page, origin(), '/staff/sign-in', who);
  await page.close();
  return context;
}

/** Houses of the demo company that nothing is off in. */
async function quietHousesOf(login: string): Promise<StockHouse[]> {
  const sql = await openSql();
  try {
    return await sql<StockHouse[]>`
      select house.id, house.address, house.street || ', ' || house.number as short from region_tyumen.house house
      join region_tyumen.membership member on member.organisation_id = house.company_id and member.ended_at is null
      join region_tyumen.account account on account.id = member.account_id
      where account.email = ${login} and house.status = 'in-use'
        and not exists (select from region_tyumen.outage_house touched where touched.house_id = house.id)
      order by house.city, house.street, house.number_key limit 3`;
  } finally {
    await sql.end({ timeout: 2 });
  }
}

/** By the clock of the houses, hours from now. */
const local = (hours: number) =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Yekaterinburg', dateStyle: 'short', timeStyle: 'short' })
    .format(new Date(Date.now() + hours * 3_600_000))
    .replace(' ', 'T');

/** By the keyboard: a toast may lie over the box for a while. */
const toggle = (box: Locator) => box.press('Space');

const heading = (page: Page) => page.getByRole('heading', { level: 1 });

test('announced, seen on the house and before a complaint, told by mail, finished early, told again', async ({ page }) => {
  const [house] = houses;
  await signInByPhone(page, origin(), `+7912${String(randomInt(10_000_000)).padStart(7, '0')}`);
  await followByMail(page, house?.id ?? '');
  const cabinet = await company.newPage();
  await announce(cabinet, house?.short ?? '');

  await page.goto(`${origin()}/houses/${house?.id}`);
  await expect(page.getByText(/^Нет\sхолодной\sводы\sдо/)).toBeVisible();
  await look(page, at, 'house');
  await page.goto(`${origin()}/complaints/new?house=${house?.id}&category=water.no_cold`);
  await expect(page.getByRole('heading', { name: /^Об\sэтом\sуже\sизвестно$/ })).toBeVisible();
  await expect(page.getByLabel('Что именно не так')).toBeEditable();
  await look(page, at, 'before-filing');
  await waitForMessage(email, (one) => plain(one.subject).startsWith('Нет холодной воды до'), 90_000);

  await cabinet.getByRole('link', { name: 'Закончилось' }).click();
  await expect(cabinet.getByRole('dialog')).toBeVisible();
  await look(cabinet, at, 'finish');
  await cabinet.getByRole('button', { name: /Да,\sзакончилось/ }).click();
  await expect(cabinet.getByText('Закончено').first()).toBeVisible();
  const letter = await waitForMessage(email, (one) => plain(one.subject).startsWith('Холодную воду включили'), 90_000);
  await stopBy(page, letter.text);
});

const plain = (text: string) => text.replaceAll('\u00a0', ' ');

async function followByMail(page: Page, houseId: string): Promise<void> {
  await page.goto(`${origin()}/houses/${houseId}`);
  await page.getByRole('button', { name: /Сообщать\sмне\sоб\sотключениях/ }).click();
  await expect(heading(page)).toHaveText(/^Сообщения\sоб\sотключениях$/);
  await toggle(page.getByRole('checkbox', { name: /СМС/ }));
  await toggle(page.getByRole('checkbox', { name: /Письмом/ }));
  await page.getByLabel('Почта').fill(email);
  await page.getByRole('button', { name: 'Сохранить' }).click();
  await expect(page.getByText(/Ждём\sподтверждения/)).toBeVisible();
  await look(page, at, 'subscription');
  const letter = await waitForMessage(email, (one) => /confirm\//.test(one.text));
  await page.goto(/https?:\S+\/outages\/confirm\/\S+/.exec(letter.text)?.[0] ?? '');
  await look(page, at, 'confirm');
  await page.getByRole('button', { name: /Да,\sприсылайте/ }).click();
  await expect(heading(page)).toHaveText(/^Почта\sподтверждена$/);
}

async function announce(cabinet: Page, short: string): Promise<void> {
  await cabinet.goto(`${origin()}/company/outages`);
  await look(cabinet, at, 'list');
  await cabinet.getByRole('link', { name: /Сообщить\sоб\sотключении/ }).click();
  await toggle(cabinet.getByRole('radio', { name: /Аварийное/ }));
  await toggle(cabinet.getByRole('checkbox', { name: /Холодная\sвода/ }));
  await cabinet.getByLabel('Начало').fill(local(-0.5));
  await cabinet.getByLabel('Окончание').fill(local(3));
  await cabinet.getByLabel('Причина', { exact: true }).selectOption('accident-house');
  await toggle(cabinet.getByRole('radio', { name: /Выберу\sдома/ }));
  await toggle(cabinet.getByRole('checkbox', { name: loose(short), exact: true }));
  await look(cabinet, at, 'form');
  await cabinet.getByRole('button', { name: /Проверить\sперед/ }).click();
  await expect(heading(cabinet)).toHaveText(/^Проверьте\sи\sсообщите$/);
  await expect(cabinet.getByText(/^Нет\sхолодной\sводы\sдо/)).toBeVisible();
  await look(cabinet, at, 'check');
  await cabinet.getByRole('button', { name: /Сообщить\sжителям/ }).click();
  await expect(heading(cabinet)).toHaveText(/^Отключение\s№/);
  await look(cabinet, at, 'one');
}

/** Words as typed, whatever spaces the page keeps together. */
const loose = (text: string) => new RegExp(`${text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\s+/g, '\\s+')}$`);

async function stopBy(page: Page, text: string): Promise<void> {
  await page.goto(/https?:\S+\/outages\/stop\/[\w-]+/.exec(text)?.[0] ?? '');
  await expect(heading(page)).toHaveText(/^Больше\sне\sприсылать\?$/);
  await look(page, at, 'stop');
  await page.getByRole('button', { name: /Не\sприсылать/ }).click();
  await expect(heading(page)).toHaveText(/^Больше\sне\sпишем$/);
}

test('without scripts: an error keeps what is typed, the check goes back and on', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, storageState: await company.storageState() });
  const page = await context.newPage();
  const [, house] = houses;
  await page.goto(`${origin()}/company/outages/new`);
  await toggle(page.getByRole('radio', { name: /Плановое/ }));
  await toggle(page.getByRole('checkbox', { name: 'Отопление' }));
  await page.getByLabel('Начало').fill(local(24 * 20));
  await page.getByLabel('Причина', { exact: true }).selectOption('upkeep');
  await page.getByLabel(/Что\sещё\sважно/).fill('Проверьте краны после пуска тепла');
  await toggle(page.getByRole('radio', { name: /Выберу\sдома/ }));
  await toggle(page.getByRole('checkbox', { name: loose(house?.short ?? ''), exact: true }));
  await page.getByRole('button', { name: /Проверить\sперед/ }).click();
  await expect(page.getByText(/У\sпланового\sотключения\sнужно\sокончание/).first()).toBeVisible();
  await expect(page.getByRole('checkbox', { name: 'Отопление' })).toBeChecked();
  await page.getByLabel('Окончание').fill(local(24 * 20 + 3));
  await page.getByRole('button', { name: /Проверить\sперед/ }).click();
  await page.getByRole('button', { name: 'Исправить' }).click();
  await expect(page.getByLabel(/Что\sещё\sважно/)).toHaveValue('Проверьте краны после пуска тепла');
  await expect(page.getByRole('checkbox', { name: loose(house?.short ?? ''), exact: true })).toBeChecked();
  await page.getByRole('button', { name: /Проверить\sперед/ }).click();
  await page.getByRole('button', { name: /Сообщить\sжителям/ }).click();
  await expect(heading(page)).toHaveText(/^Отключение\s№/);
  await expect(page.getByText('Запланировано')).toBeVisible();
  await context.close();
});

test('a table is checked before it is announced, and refused lines can be taken away', async () => {
  const page = await company.newPage();
  const [, , house] = houses;
  await page.goto(`${origin()}/company/outages/upload`);
  await look(page, at, 'upload');
  const text = [
    'OutageKind;ServiceCode;StartDate;EndDate;OutageReason;HouseAddress',
    `1;5;${local(24 * 25)};${local(24 * 25 + 3)};Проверка вводов;${house?.address}`,
    `1;5;вчера;${local(24 * 25 + 3)};Проверка вводов;${house?.address}`,
  ].join('\n');
  await page.getByLabel('Файл CSV').setInputFiles({ name: 'plan.csv', mimeType: 'text/csv', buffer: Buffer.from(text) });
  await page.getByRole('button', { name: /Проверить\sфайл/ }).click();
  await expect(page.getByText(/Дата\sи\sвремя\sне\sчитаются/)).toBeVisible();
  await look(page, at, 'checked');
  const taken = page.waitForEvent('download');
  await page.getByRole('link', { name: /Скачать\sэти\sстроки/ }).click();
  expect(readFileSync(await (await taken).path(), 'utf8')).toContain('3;StartDate;');
  await page.getByRole('button', { name: /Сообщить\sо\s1\sотключении/ }).click();
  await expect(page.getByText(/Объявили\s1\sотключение/)).toBeVisible();
});
