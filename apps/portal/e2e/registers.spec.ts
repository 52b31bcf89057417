// Registers as people meet them: the cards with tariffs, capital repair and supervision; the operator's templates and a mapping profile.
import { expect, test } from '@playwright/test';
import { e2eStack } from '@zhkh/tools/testing';
import { type Look, look } from './support/look.ts';
import { person, signInByPassword } from './support/sign-in.ts';
import { houseOf, houseThatChose } from './support/stock.ts';

const at: Look = { folder: 'registers', scripts: true, pages: [] };

test('the cards of a house and its company show facts with their sources', async ({ page }) => {
  const house = await houseOf('tyumen', 'fresh');
  const origin = e2eStack().portal.tyumen;
  await page.goto(`${origin}/houses/${house.id}`);
  await expect(page.getByRole('heading', { name: 'Тарифы' })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Капитальный ремонт' })).toBeVisible();
  await expect(page.getByText('Региональная служба по тарифам').first()).toBeVisible();
  await look(page, at, 'house');
  await page.goto(`${origin}/companies/${house.companyId}`);
  await expect(page.getByRole('heading', { name: /^Лицензия\sи\sнадзор$/ })).toBeVisible();
  await look(page, at, 'company');
});

test('a house says what its owners decided, by which votes and where it is known from', async ({ page }) => {
  await page.goto(`${e2eStack().portal.tyumen}/houses/${await houseThatChose('tyumen')}`);
  const card = page.locator('section', { has: page.getByRole('heading', { name: /^Собрания\sсобственников$/ }) });
  await expect(card.getByText(/Собственники\sвыбрали\sуправляющую\sорганизацию/)).toBeVisible();
  await expect(card.getByText(/^За\s\d+\s%, против\s\d+\s%, воздержались\s\d+\s%$/).first()).toBeVisible();
  await card.getByText(/^Другие\sпротоколы/).click();
  await card.getByText(/^Откуда\sсведения/).click();
  await expect(card.getByText(/протоколы\sсобраний\sсобственников.*protocols-2026-02-05\.csv/)).toBeVisible();
  await expect(card).not.toContainText('Иванов');
  await look(page, at, 'meetings');
});

test('an operator takes a template and maps a table of another system', async ({ page }) => {
  const origin = e2eStack().superadmin;
  await signInByPassword(page, origin, '/sign-in', person('operator', null));
  await page.goto(`${origin}/regions/tyumen/imports/templates`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^Шаблоны\sтаблиц$/);
  await page.locator('summary').first().click();
  await look(page, at, 'templates');
  const sample = await page.request.get(`${origin}/regions/tyumen/imports/templates/licences/csv`);
  expect(await sample.text()).toContain('LicenseNumber;');
  const book = await page.request.get(`${origin}/regions/tyumen/imports/templates/licences/xlsx`);
  expect((await book.body()).subarray(0, 2).toString()).toBe('PK');

  await page.goto(`${origin}/regions/tyumen/imports/profiles`);
  await page.getByLabel('Название').fill('Приборы учёта тепла');
  await page.getByLabel('Откуда сведения').fill('Тепловой диспетчер');
  const table = 'Адрес;Прибор;Расход\nг. Тюмень, ул. Садовая, д. 14;ВКТ-7;1 234,5\nг. Тюмень, ул. Садовая, д. 16;ТВ-7;98,25\n';
  const file = { name: 'meters 2026-03-01.csv', mimeType: 'text/csv', buffer: Buffer.from(table) };
  await page.getByLabel('Файл').setInputFiles(file);
  await page.getByRole('button', { name: /Посмотреть\sстолбцы/ }).click();
  await expect(page.getByText(/разделитель\s;,\sстолбцов\s3/)).toBeVisible();
  await page.locator('[name=keyKind]').selectOption('address');
  await page.locator('[name=kind1]').selectOption('text');
  await page.locator('[name=kind2]').selectOption('number');
  await page.locator('[name=unit2]').fill('Гкал');
  await look(page, at, 'profile');
  await page.getByRole('button', { name: /Сохранить\sстолбцы/ }).click();
  await expect(page.getByText(/Столбцы\sсохранены/)).toBeVisible();
  await page.getByLabel('Файл').setInputFiles(file);
  await page.getByRole('button', { name: /Проверить\sбез\sзагрузки/ }).click();
  await expect(page.getByText(/новых\sсведений\s4/)).toBeVisible();
  await look(page, at, 'profile-tried');
  await page.getByRole('button', { name: /Загрузить\sэти\sстроки/ }).click();
  await expect(page.getByText('Загружено', { exact: true })).toBeVisible();
});
