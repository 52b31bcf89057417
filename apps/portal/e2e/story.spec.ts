// One complaint goes all the way round: resident, company without a cabinet, authority, operator, partner; on a phone, and without JavaScript.
import { type Browser, type BrowserContext, expect, type Page, test } from '@playwright/test';
import { e2eStack } from '@zhkh/tools/testing';
import { answers, createsAccount, linkFromLetter, opensWithoutConsuming, takes } from './story/company.ts';
import {
  bindsHouse,
  confirms,
  type Filed,
  files,
  findsByPosition,
  findsWhoManages,
  refutes,
  sendsAgain,
} from './story/resident.ts';
import { waitForMessage } from './support/catcher.ts';
import { type Look, look } from './support/look.ts';
import { person, signInByPassword, signInByPhone } from './support/sign-in.ts';
import { houseOf } from './support/stock.ts';

test.use({ actionTimeout: 15_000 });

interface Telling {
  scripts: boolean;
  /** Which of the companies without a cabinet it is about: each telling needs a fresh one. */
  company: number;
}

const tellings: (Telling & { name: string })[] = [
  { name: 'story', scripts: true, company: 0 },
  { name: 'story-without-javascript', scripts: false, company: 40 },
];

const visitor = (browser: Browser, scripts: boolean, baseURL: string): Promise<BrowserContext> =>
  browser.newContext({
    javaScriptEnabled: scripts,
    baseURL,
    viewport: { width: 390, height: 844 },
    locale: 'ru-RU',
    timezoneId: 'Asia/Yekaterinburg',
  });

/** A phone of its own for each run: codes to one phone are paced. */
const newPhone = () => `+7912${String(Math.floor(Math.random() * 10_000_000)).padStart(7, '0')}`;

for (const telling of tellings) {
  test(`${telling.name}: one complaint goes all the way round`, async ({ browser }) => {
    test.setTimeout(300_000);
    const phone = newPhone();
    const at: Look = { folder: telling.name, scripts: telling.scripts, pages: [] };
    const { tyumen, omsk } = e2eStack().portal;
    const house = await houseOf('tyumen', 'fresh', telling.company);
    const home = await visitor(browser, telling.scripts, tyumen);
    const resident = await home.newPage();
    let complaint: Filed = { id: '', number: '' };

    await test.step('1. finds the house, signs in by phone, consents, sees who manages', async () => {
      await findsWhoManages(resident, tyumen, house, at);
      await findsByPosition(resident, tyumen, house, at);
      await signInByPhone(resident, tyumen, phone, at);
      await bindsHouse(resident, tyumen, house, at);
    });

    await test.step('2. files; sent twice it is one', async () => {
      complaint = await files(resident, 'Третий день темно между вторым и третьим этажом', at);
      await expect(resident.getByText(house.companyName ?? '').first()).toBeVisible();
      await expect(resident.getByText(/Постановлени/).first()).toBeVisible();
      await sendsAgain(resident, complaint);
      await resident.goto('/complaints');
      await expect(resident.getByText(`№ ${complaint.number}`)).toHaveCount(1);
      await look(resident, at, 'my-complaints');
    });

    const office = await visitor(browser, telling.scripts, tyumen);
    const employee = await office.newPage();
    await test.step('3. a letter with a link opens the cabinet with the complaint inside', async () => {
      const link = await linkFromLetter(house.companyEmail ?? '', complaint);
      await opensWithoutConsuming(employee, link, at);
      await createsAccount(employee, complaint, at);
      const used = await employee.goto(link);
      expect(used?.status()).toBeGreaterThanOrEqual(400);
    });

    await test.step('4. taken, answered, refuted, answered again, confirmed and graded', async () => {
      await employee.goto(`/company/inbox/${complaint.id}`);
      await takes(employee, at);
      await employee.goto('/company/inbox');
      await look(employee, at, 'inbox');
      await answers(employee, tyumen, complaint, 'Заменили лампу на третьем этаже', at);
      await waitForMessage(phone, (one) => one.kind === 'sms' && one.text.includes(complaint.number));
      await refutes(resident, tyumen, complaint, 'Лампа снова погасла вечером', at);
      await answers(employee, tyumen, complaint, 'Нашли обрыв, заменили патрон и провод', at);
      await confirms(resident, tyumen, complaint, at);
    });

    await test.step('5. the authority sees it, the neighbour region sees nothing', () =>
      authorities(browser, telling, complaint, at));
    if (telling.scripts)
      await test.step('6. the operator sees both regions, the partner has a page', () => aboveRegions(browser, at));
    await test.step('the neighbour region does not know the id', async () => {
      for (const path of [`/complaints/${complaint.id}`, `/company/inbox/${complaint.id}`, `/houses/${house.id}`]) {
        const response = await resident.goto(`${omsk}${path}`);
        expect(await resident.content()).not.toContain('Третий день темно');
        if (path.startsWith('/houses')) expect(response?.status()).toBe(404);
      }
    });
    console.log(`${telling.name}: ${at.pages.length} pages looked at: ${at.pages.join(', ')}`);
  });
}

async function authorities(browser: Browser, telling: Telling, complaint: Filed, at: Look): Promise<void> {
  const { tyumen, omsk } = e2eStack().portal;
  const role = telling.scripts ? 'official' : 'region-admin';
  const here = await (await visitor(browser, telling.scripts, tyumen)).newPage();
  await signInByPassword(here, tyumen, '/staff/sign-in', person(role, 'tyumen'));
  await here.goto('/authority');
  await look(here, at, 'authority');
  await here.goto(`/authority/complaints?q=${complaint.number}`);
  await expect(here.getByText(complaint.number).first()).toBeVisible();
  await look(here, at, 'authority-complaints');
  await here.goto(`/authority/complaints/${complaint.id}`);
  await expect(here.getByText('Третий день темно').first()).toBeVisible();
  await look(here, at, 'authority-complaint');
  await expectStranger(await (await visitor(browser, telling.scripts, omsk)).newPage(), omsk, role, complaint);
}

async function expectStranger(page: Page, origin: string, role: string, complaint: Filed): Promise<void> {
  await signInByPassword(page, origin, '/staff/sign-in', person(role, 'omsk'));
  const direct = await page.goto(`${origin}/authority/complaints/${complaint.id}`);
  expect(direct?.status()).toBe(404);
  await page.goto(`${origin}/authority/complaints?q=${encodeURIComponent('Третий день темно')}`);
  expect(await page.content()).not.toContain(complaint.id);
}

async function aboveRegions(browser: Browser, at: Look): Promise<void> {
  const { superadmin, partner } = e2eStack();
  const operator = await (await visitor(browser, true, superadmin)).newPage();
  await signInByPassword(operator, superadmin, '/sign-in', person('operator', null));
  await operator.goto('/');
  await expect(operator.getByText('Тюменская область').first()).toBeVisible();
  await expect(operator.getByText('Омская область').first()).toBeVisible();
  await look(operator, at, 'operator-regions');
  for (const [path, name] of [
    ['/regions/tyumen', 'operator-region'],
    ['/modules', 'operator-modules'],
    ['/failures', 'operator-failures'],
    ['/queues', 'operator-queues'],
    ['/journal', 'operator-journal'],
  ] as const) {
    const response = await operator.goto(path);
    expect(response?.status()).toBe(200);
    await look(operator, at, name);
  }
  await operator.goto('/queues/board');
  await expect(operator.getByText('drain').first()).toBeVisible();
  const business = await (await visitor(browser, true, partner)).newPage();
  await signInByPassword(business, partner, '/sign-in', person('partner', null));
  await business.goto('/');
  await expect(business.getByText('Предложений пока нет')).toBeVisible();
  await look(business, at, 'partner-home');
}
