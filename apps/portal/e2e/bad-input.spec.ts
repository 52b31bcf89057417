// Bad input gets a clear message in the person's language, and nothing typed is lost.
import { request } from 'node:http';
import { expect, type Page, test } from '@playwright/test';
import { e2eStack } from '@zhkh/tools/testing';
import { codeFor, setFault, waitForMessage } from './support/catcher.ts';
import { openSql } from './support/open-sql.ts';
import { signInByPhone } from './support/sign-in.ts';
import { houseOf, photo } from './support/stock.ts';

test.use({ actionTimeout: 15_000 });
test.describe.configure({ mode: 'default' });

const newPhone = () => `+7913${String(Math.floor(Math.random() * 10_000_000)).padStart(7, '0')}`;
const origin = () => e2eStack().portal.tyumen;
const light = 'entrance.light';

async function describe(page: Page, place: string, text: string): Promise<void> {
  await page.goto(`${origin()}/complaints/new?${place}&category=${light}&step=describe`);
  await page.getByLabel('Что именно не так').fill(text);
}

async function send(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Дальше: проверить' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Проверьте и отправьте');
  await page.getByRole('button', { name: 'Отправить обращение' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Обращение принято');
}

test('a wrong code says how many tries are left, and the right one still works', async ({ page }) => {
  const phone = newPhone();
  const since = new Date(Date.now() - 1000);
  await page.goto(`${origin()}/sign-in`);
  await page.getByLabel('Мобильный телефон').fill(phone);
  await page.getByRole('button', { name: 'Получить код' }).click();
  const code = await codeFor(phone, since);
  const field = page.getByLabel('Шесть цифр из СМС');
  await field.fill(code === '000000' ? '000001' : '000000');
  await page.getByRole('button', { name: 'Войти', exact: true }).click();
  await expect(page.getByText(/Код\sне\sподошёл\.\sОстал/).first()).toBeVisible();
  await field.fill(code);
  await page.getByRole('button', { name: 'Войти', exact: true }).click();
  await expect(page).toHaveURL(/\/consent/);
});

test('a phone that is no mobile of Russia is refused at its field', async ({ page }) => {
  await page.goto(`${origin()}/sign-in`);
  await page.getByLabel('Мобильный телефон').fill('12345');
  await page.getByRole('button', { name: 'Получить код' }).click();
  await expect(page.getByText(/Нужен\sмобильный\sномер/).first()).toBeVisible();
  await expect(page.getByLabel('Мобильный телефон')).toHaveValue('12345');
});

test('a foreign id, and no id at all, are not found', async ({ page }) => {
  await signInByPhone(page, origin(), newPhone());
  for (const id of ['01900000-0000-7000-8000-000000000000', 'not-an-id', "1' or '1'='1"]) {
    const response = await page.goto(`${origin()}/complaints/${encodeURIComponent(id)}`);
    expect(response?.status()).toBe(404);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  }
});

test('hostile and huge photos are refused by name, the good one and the text stay', async ({ page }) => {
  const house = await houseOf('tyumen', 'cabinet');
  await signInByPhone(page, origin(), newPhone());
  await describe(page, `house=${house.id}`, 'Разбито стекло, дует с улицы');
  // The server alone is asked: the browser's own checks of the picker are passed by.
  const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>');
  const files = [
    { name: 'good.jpg', mimeType: 'image/jpeg', buffer: await photo() },
    { name: 'evil.svg', mimeType: 'image/jpeg', buffer: svg },
    { name: 'cut.jpg', mimeType: 'image/jpeg', buffer: (await photo()).subarray(0, 400) },
    { name: 'text.png', mimeType: 'image/png', buffer: Buffer.from('not a picture') },
  ];
  await page.locator('input[type="file"][name="photos"]').setInputFiles(files);
  await page.getByRole('button', { name: 'Дальше: проверить' }).click();
  await expect(page.getByText(/evil\.svg/).first()).toBeVisible();
  await expect(page.getByText(/cut\.jpg/).first()).toBeVisible();
  await expect(page.getByLabel('Что именно не так')).toHaveValue('Разбито стекло, дует с улицы');
});

test('an unknown house goes to the manual queue, a house nobody manages to the authority', async ({ page }) => {
  await signInByPhone(page, origin(), newPhone());
  await describe(page, `address=${encodeURIComponent('Деревня Дальняя, дом 7')}`, 'Нет света у подъезда');
  await send(page);
  await expect(page.getByText(/Ищем\sего\sвручную|найдём\sдом|Дома\sнет\sв\sреестре/).first()).toBeVisible();
  const unmanaged = await houseOf('tyumen', 'unmanaged');
  await describe(page, `house=${unmanaged.id}`, 'Нет света на лестнице второй день');
  await send(page);
  await expect(page.getByText(/[Оо]рган\S*\sвласти/).first()).toBeVisible();
});

test('with the mail server down a complaint is accepted, and the letter goes when it is back', async ({ page }) => {
  test.setTimeout(180_000);
  const house = await houseOf('tyumen', 'fresh', 90);
  await signInByPhone(page, origin(), newPhone());
  await setFault({ smtp: 'down' });
  try {
    await describe(page, `house=${house.id}`, 'Не горит фонарь у входа');
    await send(page);
    const number =
      /\d+/.exec(
        (await page
          .getByText(/Обращение\s№\s\d+/)
          .first()
          .textContent()) ?? '',
      )?.[0] ?? '';
    await page.getByRole('link', { name: 'Открыть карточку обращения' }).click();
    await expect(async () => {
      await page.reload();
      await expect(page.getByText(/Письмо\sпока\sне\sдошло/).first()).toBeVisible({ timeout: 1000 });
    }).toPass({ timeout: 60_000 });
    await setFault({ smtp: 'ok' });
    await forgetPause();
    await waitForMessage(house.companyEmail ?? '', (one) => one.subject.includes(`№ ${number}`), 100_000);
  } finally {
    await setFault({ smtp: 'ok' });
  }
});

/** The pause before the next try is minutes; nobody needs to watch it. */
async function forgetPause(): Promise<void> {
  const sql = await openSql();
  await sql`update region_tyumen.complaint_delivery set next_try_at = now() where state = 'waiting' and channel = 'letter'`;
  await sql.end({ timeout: 2 });
}

/** Browsers do not let a page choose Host and Origin; a plain client does. */
function raw(headers: Record<string, string | undefined>, method = 'GET', path = '/'): Promise<{ status: number; text: string }> {
  return new Promise((resolve, reject) => {
    const sent = request(
      { host: '127.0.0.1', port: e2eStack().ports.portal, method, path, headers: defined(headers) },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () => resolve({ status: response.statusCode ?? 0, text: Buffer.concat(chunks).toString('utf8') }));
      },
    );
    sent.on('error', reject);
    sent.end();
  });
}

const defined = (headers: Record<string, string | undefined>) =>
  Object.fromEntries(Object.entries(headers).filter((entry) => entry[1] !== undefined));

test('an unknown host is 421, whatever a proxy header claims', async () => {
  for (const headers of [
    { host: 'evil.example' },
    { host: 'moscow.localhost' },
    { host: 'evil.example', 'x-forwarded-host': `tyumen.localhost:${e2eStack().ports.portal}` },
  ]) {
    const answer = await raw(headers);
    expect(answer.status).toBe(421);
    expect(answer.text).toMatch(/<h1/);
  }
});

test('a form from another site is 403, from nowhere too', async () => {
  const host = `tyumen.localhost:${e2eStack().ports.portal}`;
  const cookie = 'portal_sid=x';
  for (const given of [{ origin: 'https://evil.example' }, { origin: 'null' }, { 'sec-fetch-site': 'cross-site' }]) {
    for (const path of ['/sign-out', '/sign-out.data', '/complaints/new', '/language']) {
      const answer = await raw(
        { host, cookie, 'content-type': 'application/x-www-form-urlencoded', 'content-length': '0', ...given },
        'POST',
        path,
      );
      expect(answer.status, `${path} ${JSON.stringify(given)}`).toBe(403);
    }
  }
});

test('a repeated or unknown parameter is 400', async () => {
  const host = `tyumen.localhost:${e2eStack().ports.portal}`;
  for (const query of ['q=a&q=b', 'unknown=1']) expect((await raw({ host }, 'GET', `/houses?${query}`)).status).toBe(400);
});
