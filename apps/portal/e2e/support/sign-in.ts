// Ways in: a resident by code, staff and people above the regions by password and second factor.
import { expect, type Page } from '@playwright/test';
import { e2eStack } from '@zhkh/tools/testing';
import { codeFor } from './catcher.ts';
import { type Look, look } from './look.ts';
import { totpOf } from './totp.ts';

export interface Person {
  app: string;
  role: string;
  login: string;
  password: string | null;
  totpSecret: string | null;
  region: string | null;
}

export function person(role: string, region: string | null): Person {
  const all = e2eStack().signIns as unknown as Person[];
  const found = all.find((one) => one.role === role && one.region === region);
  if (!found) throw new Error(`No demo sign-in of ${role} in ${region}`);
  return found;
}

/** From the form to the page after consent. */
export async function signInByPhone(page: Page, origin: string, phone: string, at?: Look): Promise<void> {
  await page.goto(`${origin}/sign-in`);
  if (at) await look(page, at, 'sign-in');
  const since = new Date(Date.now() - 1000);
  await page.getByLabel('Мобильный телефон').fill(phone);
  await page.getByRole('button', { name: 'Получить код' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Код из СМС');
  if (at) await look(page, at, 'code');
  await page.getByLabel('Шесть цифр из СМС').fill(await codeFor(phone, since));
  await page.getByRole('button', { name: 'Войти', exact: true }).click();
  await expect(page).toHaveURL(/\/consent|\/$/);
  if (!page.url().includes('/consent')) return;
  if (at) await look(page, at, 'consent');
  await page.getByLabel('Даю согласие на обработку моих персональных данных').check({ force: true });
  await page.getByRole('button', { name: 'Продолжить' }).click();
  await expect(page).toHaveURL(`${origin}/`);
}

/** Password, then the code of the authenticator. `path` is the door: `/staff/sign-in` of a region, `/sign-in` above them. */
export async function signInByPassword(page: Page, origin: string, path: string, who: Person): Promise<void> {
  await page.goto(`${origin}${path}`);
  await page.getByLabel('Рабочая почта').fill(who.login);
  await page.getByLabel('Пароль').fill(who.password ?? '');
  await page.getByRole('button', { name: 'Войти', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Второй шаг');
  await giveCode(page, totpOf(who.totpSecret ?? ''));
  // A code opens once: whoever signed in as the same person less than half a minute ago has used it up, and the next one is already good.
  const used = page.getByText('Код не подошёл').first();
  await expect(used.or(page.locator('body:not(:has([name="code"]))')).first()).toBeVisible();
  if (await used.isVisible()) await giveCode(page, totpOf(who.totpSecret ?? '', Date.now() + 30_000));
  await expect(page).not.toHaveURL(/sign-in|second-factor/);
}

async function giveCode(page: Page, code: string): Promise<void> {
  await page.getByLabel('Код из приложения').fill(code);
  await page.getByRole('button', { name: 'Подтвердить', exact: true }).click();
}
