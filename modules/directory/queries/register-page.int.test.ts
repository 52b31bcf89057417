// What a register's page starts with: the person's views, and the usual one for a bare address.
import type { Context } from '@zhkh/kernel/module.server';
import { expect } from 'vitest';
import { chooseDefaultView } from '../commands/choose-default-view.server.ts';
import { saveRegisterView } from '../commands/save-register-view.server.ts';
import { type RegisterName, registerQuery } from '../domain/register-query.ts';
import { colleagueOf, it } from '../testing/it.ts';
import { viewsOfPage } from './register-page.server.ts';

const view = { register: 'houses', name: 'Без точки', query: 'state=no-pin', shared: false } as const;

const page = (ctx: Context, query: Record<string, unknown>, search = '?', register: RegisterName = 'houses') =>
  viewsOfPage(ctx, register, registerQuery, registerQuery.parse(query), search);

/** Where a bare address leads; null = it stays. */
async function leads(ctx: Context, register: RegisterName = 'houses'): Promise<string | null> {
  try {
    await page(ctx, {}, '', register);
    return null;
  } catch (answer) {
    if (!(answer instanceof Response)) throw answer;
    return answer.headers.get('location');
  }
}

it('right: the views, the one that is on, the query to save; a bare address opens the usual one', async ({ here }) => {
  const id = await saveRegisterView(here.official, view);
  const asked = await page(here.official, { state: 'no-pin', view: id, page: 2 });
  expect(asked).toMatchObject({ view: id, queryText: 'state=no-pin', removed: null, views: [{ id, own: true, usual: false }] });
  expect(await leads(here.official)).toBeNull();
  await chooseDefaultView(here.official, { register: 'houses', viewId: id });
  expect(await leads(here.official)).toBe(`/authority/houses?state=no-pin&view=${id}`);
  expect(await leads(here.official, 'companies')).toBeNull();
});

it('refused: a view a colleague keeps for himself is not on, his usual one opens for nobody else', async ({ regions, here }) => {
  const id = await saveRegisterView(here.official, view);
  await chooseDefaultView(here.official, { register: 'houses', viewId: id });
  for (const ctx of [await colleagueOf(regions, here.official), here.employee, here.resident]) {
    expect(await page(ctx, { view: id })).toMatchObject({ view: null, views: [] });
    expect(await leads(ctx)).toBeNull();
  }
});

it('other region: a view saved there is not on here', async ({ here, there }) => {
  const id = await saveRegisterView(there.official, { ...view, shared: true });
  expect(await page(here.official, { view: id })).toMatchObject({ view: null, views: [] });
  expect(await page(there.official, { view: id })).toMatchObject({ view: id });
});
