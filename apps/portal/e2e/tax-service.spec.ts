// A company's card after the tax service's registers: a warning when the firm is no more, its figures, what has changed, and from where.
import { expect, test } from '@playwright/test';
import { e2eStack } from '@zhkh/tools/testing';
import { type Look, look } from './support/look.ts';
import { openSql } from './support/open-sql.ts';

const at: Look = { folder: 'tax-service', scripts: true, pages: [] };

test('the card of a firm that was struck off says so before anything else', async ({ page }) => {
  const sql = await openSql();
  const [firm] = await sql<
    { id: string }[]
  >`select company_id as id from region_tyumen.company_registration where status = 'excluded' limit 1`.finally(() =>
    sql.end({ timeout: 2 }),
  );
  await page.goto(`${e2eStack().portal.tyumen}/companies/${firm?.id}`);
  const facts = page.locator('#facts');
  await expect(page.getByText(/Компания\sисключена\sиз\sЕГРЮЛ/)).toBeVisible();
  await expect(facts.getByText(/доходы\s[\d,]+\sмлн/).first()).toBeVisible();
  await facts.getByText(/Что\sменялось/).click();
  await expect(facts.getByText(/состояние: было\s«действует»/)).toBeVisible();
  await facts.getByText(/Откуда\sсведения/).click();
  await expect(facts.getByText(/ФНС, ЕГРЮЛ/).first()).toBeVisible();
  await look(page, at, 'company');
});
