// The resident's half of the story: finds the house, files, gets a receipt, judges the answer.
import { expect, type Page } from '@playwright/test';
import { type Look, look } from '../support/look.ts';
import { photo, type StockHouse, twoWords } from '../support/stock.ts';

/** From the region's first page: who manages the house, before signing in. */
export async function findsWhoManages(page: Page, origin: string, house: StockHouse, at: Look): Promise<void> {
  await page.goto(origin);
  await look(page, at, 'front');
  // Enter, not the button: suggestions may lie over it.
  await page.getByLabel('Улица и дом').fill(twoWords(house));
  await page.getByLabel('Улица и дом').press('Enter');
  await expect(page).toHaveURL(/\/houses\?q=/);
  await look(page, at, 'houses');
  await page.locator(`a[href="/houses/${house.id}"]`).click();
  await expect(page.getByText(house.companyName ?? '').first()).toBeVisible();
  await expect(page.getByText(/по\sдоговору\sуправления|по\sреестру\sдомов/).first()).toBeVisible();
  await look(page, at, 'house');
}

/** The same house by the phone's position; only scripts can ask for one. */
export async function findsByPosition(page: Page, origin: string, house: StockHouse, at: Look): Promise<void> {
  if (!at.scripts || house.lat === null || house.lon === null) return;
  await page.context().grantPermissions(['geolocation'], { origin });
  await page.context().setGeolocation({ latitude: house.lat, longitude: house.lon });
  await page.goto(`${origin}/houses`);
  await page.getByRole('button', { name: 'Рядом со мной' }).click();
  await expect(page.locator(`a[href="/houses/${house.id}"]`)).toBeVisible();
  await look(page, at, 'houses-near');
}

export async function bindsHouse(page: Page, origin: string, house: StockHouse, at: Look): Promise<void> {
  await page.goto(`${origin}/my-house`);
  const address = page.getByRole('search').getByLabel('Адрес дома');
  await address.fill(twoWords(house));
  await address.press('Enter');
  await expect(page).toHaveURL(/\/my-house\?q=/);
  await look(page, at, 'my-house');
  await page.locator(`a[href="/my-house?house=${house.id}"]`).click();
  await page.getByLabel(/Квартира/).fill('12');
  await look(page, at, 'my-house-confirm');
  await page.getByRole('button', { name: 'Да, это мой дом' }).click();
  await expect(page).toHaveURL(`${origin}/`);
  await look(page, at, 'home');
}

export interface Filed {
  id: string;
  number: string;
}

export async function files(page: Page, text: string, at: Look): Promise<Filed> {
  await page.getByRole('link', { name: 'Сообщить о проблеме' }).first().click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Что случилось?');
  await look(page, at, 'what');
  await page.locator('input[name="category"][value="entrance.light"]').first().check({ force: true });
  await page.getByRole('button', { name: 'Дальше: описание и фото' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Опишите проблему');
  await page.getByLabel('Что именно не так').fill(text);
  await page.getByLabel('Где именно').fill('Подъезд 2, этаж 3');
  await page
    .locator('input[type="file"][name="photos"]')
    .setInputFiles([{ name: 'lamp.jpg', mimeType: 'image/jpeg', buffer: await photo() }]);
  await look(page, at, 'describe');
  await page.getByRole('button', { name: 'Дальше: проверить' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Проверьте и отправьте');
  await look(page, at, 'check');
  await page.getByRole('button', { name: 'Отправить обращение' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Обращение принято');
  await look(page, at, 'receipt');
  return filedOn(page);
}

export function filedOn(page: Page): Promise<Filed> {
  const id = /\/complaints\/([0-9a-f-]{36})/.exec(page.url())?.[1] ?? '';
  return page
    .getByText(/Обращение\s№\s\d+/)
    .first()
    .textContent()
    .then((text) => ({ id, number: /\d+/.exec(text ?? '')?.[0] ?? '' }));
}

/** The same form once more, as an impatient person or a lost answer would send it. */
export async function sendsAgain(page: Page, first: Filed): Promise<void> {
  await page.goBack();
  const again = page.getByRole('button', { name: 'Отправить обращение' });
  // A used draft may lead on to its receipt by itself.
  if (await again.isVisible().catch(() => false)) await again.click();
  await page.goto(`/complaints/${first.id}`);
  await expect(page.getByText(`№ ${first.number}`).first()).toBeVisible();
}

export async function refutes(page: Page, origin: string, complaint: Filed, reason: string, at: Look): Promise<void> {
  await page.goto(`${origin}/complaints/${complaint.id}`);
  // Every step of delivery, with its time.
  for (const step of [
    'Мы сохранили обращение',
    'Сервер компании принял письмо',
    'Сотрудник открыл обращение',
    'Взяли в работу',
    'Ответ отправлен',
  ])
    await expect(page.getByText(step).first()).toBeVisible();
  await look(page, at, 'answered');
  await page.locator('summary', { hasText: 'Не решено' }).click();
  await page.getByLabel('Что осталось не так').fill(reason);
  await page.getByRole('button', { name: 'Не решено, открыть снова' }).click();
  await expect(page.getByText('Вы ответили: не решено. Сроки пошли заново')).toBeVisible();
  await look(page, at, 'refuted');
}

export async function confirms(page: Page, origin: string, complaint: Filed, at: Look): Promise<void> {
  await page.goto(`${origin}/complaints/${complaint.id}`);
  await page.locator('input[name="grade"][value="4"]').check({ force: true });
  await page.getByLabel(/Комментарий/).fill('Пришли на следующий день');
  await page.getByRole('button', { name: 'Подтвердить: решено' }).click();
  await expect(page.getByText('Вы подтвердили: решено')).toBeVisible();
  await expect(page.getByText('Ваша оценка: 4 из 5')).toBeVisible();
  await look(page, at, 'confirmed');
}
