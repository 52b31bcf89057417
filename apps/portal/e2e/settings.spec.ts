// The region's office: its administrator changes settings of two modules, is stopped at a wrong value, restores; others are refused.
import { type Browser, type BrowserContext, expect, type Page, test } from '@playwright/test';
import { e2eStack } from '@zhkh/tools/testing';
import { type Look, look } from './support/look.ts';
import { openSql } from './support/open-sql.ts';
import { person, signInByPassword } from './support/sign-in.ts';

const scripted: Look = { folder: 'settings', scripts: true, pages: [] };
const plain: Look = { folder: 'settings-plain', scripts: false, pages: [] };
const origin = () => e2eStack().portal.tyumen;

let admin: BrowserContext;
/** The same session in a browser without JavaScript. */
let adminPlain: BrowserContext;

test.describe.configure({ mode: 'serial' });
test.setTimeout(120_000);

test.beforeAll(async ({ browser }) => {
  await forgetChanges();
  admin = await cabinetOf(browser, 'region-admin');
  adminPlain = await browser.newContext({ javaScriptEnabled: false, storageState: await admin.storageState() });
});

test.afterAll(async () => {
  await Promise.all([admin.close(), adminPlain.close()]);
  await forgetChanges();
});

/** Other specs find the settings as the product gives them. */
async function forgetChanges(): Promise<void> {
  const sql = await openSql();
  try {
    await sql`delete from region_tyumen.setting where module in ('complaints', 'directory')`;
    await sql`delete from region_tyumen.setting_change where module in ('complaints', 'directory')`;
  } finally {
    await sql.end({ timeout: 2 });
  }
}

async function cabinetOf(browser: Browser, role: string, region: 'tyumen' | 'omsk' = 'tyumen'): Promise<BrowserContext> {
  const context = await browser.newContext();
  const page = await context.newPage();
  await signInByPassword(page, e2eStack().portal[region], '/staff/sign-in', person(role, region));
  await page.close();
  return context;
}

const save = (page: Page) => page.getByRole('button', { name: 'Сохранить настройки' }).click();
const days = (page: Page) => page.getByLabel('Срок на проверку ответа, дней', { exact: true });
const history = (page: Page) => page.getByRole('table', { name: 'История' }).getByRole('row');

for (const way of ['with scripts', 'without scripts'] as const) {
  test(`the administrator changes settings of two modules, ${way}`, async () => {
    const withScripts = way === 'with scripts';
    const at = withScripts ? scripted : plain;
    const page = await (withScripts ? admin : adminPlain).newPage();
    await page.setViewportSize({ width: 1280, height: 900 });
    await page.goto(`${origin()}/authority`);
    await page.getByRole('link', { name: 'Настройки региона' }).first().click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Настройки региона');
    await look(page, at, 'modules');

    await page.getByRole('searchbox').fill('проверку');
    await page.getByRole('searchbox').press('Enter');
    await expect(page).toHaveURL(/\/office\/settings\?q=/);
    await look(page, at, 'found');
    await page.getByRole('link', { name: 'Срок на проверку ответа' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Обращения');
    await expect(days(page)).toHaveValue('15');
    await look(page, at, 'complaints');

    await days(page).fill('2');
    await page.getByLabel('Почему меняете').fill('Праздники');
    await save(page);
    await expect(page.getByText('Срок на проверку ответа: подойдёт 3–60 дней').first()).toBeVisible();
    await expect(days(page)).toHaveValue('2');
    await expect(days(page)).toHaveAttribute('aria-invalid', 'true');
    await expect(page.getByLabel('Почему меняете')).toHaveValue('Праздники');
    await look(page, at, 'wrong');

    await days(page).fill('20');
    await page.getByLabel('Дом сменил компанию', { exact: true }).selectOption('stay');
    await save(page);
    await expect(page.getByText('Сохранили. Действует сразу')).toBeVisible();
    await expect(days(page)).toHaveValue('20');
    await expect(history(page).nth(2)).toContainText(/Срок\sна\sпроверку\sответа.*Праздники.*15.дней.*20.дней.*Андрей\sЛосев/);
    await look(page, at, 'saved');

    await page.getByRole('button', { name: 'Вернуть обычное значение: Срок на проверку ответа' }).click();
    await expect(page.getByText('Вернули обычное значение')).toBeVisible();
    await expect(days(page)).toHaveValue('15');
    await expect(history(page).nth(1)).toContainText(/Срок\sна\sпроверку\sответа.*20.дней.*15.дней/);
    await expect(page.getByLabel('Дом сменил компанию', { exact: true })).toHaveValue('stay');

    await page.goto(`${origin()}/office/settings/directory`);
    await page.getByLabel('Отопительный сезон', { exact: true }).selectOption('on');
    await page.getByLabel('Обычное начало сезона', { exact: true }).fill('09-01');
    await save(page);
    await expect(page.getByText('Сохранили. Действует сразу')).toBeVisible();
    await expect(history(page).nth(1)).toContainText(/Отопительный\sсезон.*По\sдатам.*Идёт/);
    await look(page, at, 'directory');
    await page.goto(`${origin()}/office/settings`);
    await expect(page.getByRole('row', { name: /Обращения/ })).toContainText(/изменена\s1\sиз\s7/);
    await page.close();
    await forgetChanges();
  });

  test(`of two administrators the second is told what the first saved, ${way}`, async () => {
    const context = way === 'with scripts' ? admin : adminPlain;
    const [first, second] = [await context.newPage(), await context.newPage()];
    for (const page of [first, second]) await page.goto(`${origin()}/office/settings/complaints`);
    await days(first).fill('21');
    await save(first);
    await expect(first.getByText('Сохранили. Действует сразу')).toBeVisible();
    await days(second).fill('30');
    await second.getByLabel('Почему меняете').fill('Второй');
    await save(second);
    await expect(second.getByText(/здесь\sсохранили:\s21\sдень/).first()).toBeVisible();
    await expect(second.getByRole('alert').filter({ hasText: /Андрей\sЛосев/ })).toBeVisible();
    await expect(days(second)).toHaveValue('30');
    await expect(second.getByLabel('Почему меняете')).toHaveValue('Второй');
    await look(second, way === 'with scripts' ? scripted : plain, 'stale');
    await save(second);
    await expect(second.getByText('Сохранили. Действует сразу')).toBeVisible();
    await expect(history(second).nth(1)).toContainText(/21.день.*30.дней/);
    await Promise.all([first.close(), second.close()]);
    await forgetChanges();
  });
}

test('the page of roles tells who may do what', async () => {
  const page = await admin.newPage();
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.goto(`${origin()}/office/settings`);
  await page.getByRole('link', { name: 'Роли и права' }).first().click();
  await expect(page.getByRole('heading', { level: 2 })).toHaveText([
    'Житель',
    'Сотрудник компании',
    'Администратор компании',
    'Специалист органа власти',
    'Администратор региона',
  ]);
  await expect(page.getByText('Подавать обращения')).toHaveCount(1);
  await expect(page.getByText('Менять настройки региона')).toHaveCount(1);
  await look(page, scripted, 'roles');
  await page.close();
});

test('nobody else sees or changes them', async ({ browser }) => {
  for (const role of ['official', 'company-admin']) {
    const context = await cabinetOf(browser, role);
    const page = await context.newPage();
    await page.goto(`${origin()}/${role === 'official' ? 'authority' : 'company/inbox'}`);
    await expect(page.getByRole('link', { name: 'Настройки региона' })).toHaveCount(0);
    for (const path of ['/office/settings', '/office/settings/complaints', '/office/roles']) {
      const answer = await page.goto(origin() + path);
      expect(answer?.status(), `${role} ${path}`).toBe(403);
    }
    const status = await page.evaluate(async () => {
      const body = new URLSearchParams({ intent: 'save', version: '0', 'set.reactDays': '40' });
      return (await fetch('/office/settings/complaints', { method: 'POST', body })).status;
    });
    expect(status, role).toBe(403);
    await context.close();
  }
  const stranger = await browser.newPage();
  await stranger.goto(`${origin()}/office/settings`);
  await expect(stranger).toHaveURL(/\/staff\/sign-in\?/);
  await stranger.close();
});

test('another region keeps its own', async ({ browser }) => {
  const page = await admin.newPage();
  await page.goto(`${origin()}/office/settings/complaints`);
  await days(page).fill('33');
  await page.getByLabel('Почему меняете').fill('только Тюмень');
  await save(page);
  await expect(page.getByText('Сохранили. Действует сразу')).toBeVisible();
  await page.close();
  const context = await cabinetOf(browser, 'region-admin', 'omsk');
  const omsk = await context.newPage();
  await omsk.goto(`${e2eStack().portal.omsk}/office/settings/complaints`);
  await expect(days(omsk)).toHaveValue('15');
  await expect(omsk.getByText('только Тюмень')).toHaveCount(0);
  await context.close();
});
