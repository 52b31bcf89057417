// The company's half: from a letter with a link to a cabinet, then take, answer with text and photo.
import { expect, type Page } from '@playwright/test';
import { waitForMessage } from '../support/catcher.ts';
import { type Look, look } from '../support/look.ts';
import { photo } from '../support/stock.ts';
import { totpOf } from '../support/totp.ts';
import type { Filed } from './resident.ts';

/** Waits long: another test may have the mail server down at this moment. */
export async function linkFromLetter(email: string, complaint: Filed): Promise<string> {
  const letter = await waitForMessage(
    email,
    (one) => one.kind === 'mail' && one.subject.includes(`№ ${complaint.number}`),
    30_000,
  );
  const link = /https?:\/\/\S+\/join\/\S+/.exec(letter.text)?.[0];
  if (!link) throw new Error(`No link in the letter:\n${letter.text}`);
  return link;
}

/** Robots of mail servers open links too: looking consumes nothing. */
export async function opensWithoutConsuming(page: Page, link: string, at: Look): Promise<void> {
  for (let visit = 0; visit < 3; visit += 1) {
    const response = await page.goto(link);
    expect(response?.status()).toBe(200);
  }
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Вас пригласили в кабинет');
  await look(page, at, 'join');
}

export async function createsAccount(page: Page, complaint: Filed, at: Look): Promise<void> {
  await page.getByLabel('Имя и фамилия').fill('Ирина Ренёва');
  await page.getByLabel('Придумайте пароль').fill('четыре синих окна на рассвете');
  await page.getByRole('button', { name: 'Создать вход' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Настройте второй шаг входа');
  await look(page, at, 'second-factor-setup');
  const secret = (await page.locator('code').first().textContent()) ?? '';
  await page.getByLabel('Код, который показало приложение').fill(totpOf(secret));
  await page.getByRole('button', { name: 'Включить второй шаг' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Сохраните запасные коды');
  await look(page, at, 'recovery-codes');
  await page.getByRole('link', { name: 'Коды сохранены, продолжить' }).click();
  await expect(page).toHaveURL(new RegExp(`/company/inbox/${complaint.id}`));
  await expect(page.locator('.pane').getByText('Сервер компании принял письмо').first()).toBeVisible();
  await look(page, at, 'inbox-complaint');
}

export async function takes(page: Page, at: Look): Promise<void> {
  await page.getByLabel('Кто займётся').first().fill('Ершов, электрик');
  await page.getByRole('button', { name: 'Взять в работу' }).click();
  await expect(page.locator('.pane').getByText('Ершов, электрик').first()).toBeVisible();
  await look(page, at, 'taken');
}

export async function answers(page: Page, origin: string, complaint: Filed, text: string, at: Look): Promise<void> {
  await page.goto(`${origin}/company/inbox/${complaint.id}`);
  await page.getByLabel('Ответ', { exact: true }).fill(text);
  await page
    .locator('input[type="file"][name="photos"]')
    .setInputFiles([{ name: 'done.jpg', mimeType: 'image/jpeg', buffer: await photo() }]);
  await page.getByRole('button', { name: 'Отправить ответ' }).click();
  await expect(page.getByText(text).first()).toBeVisible();
  await look(page, at, 'answer-sent');
}
