// What modules may know of people: only of this region; a blocked account is neither reachable nor a cabinet.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { asEmployee, asResident, systemIn, type TwoRegions, twoRegions } from '@zhkh/tools/testing';
import { newId } from '../db/ids.ts';
import type { Context } from '../module/context.server.ts';
import { accountByPhone, authorityNameOf, employeeOf, nameOf, reachOf } from './people.server.ts';
import { hasCabinet } from './staff-account.server.ts';

let regions: TwoRegions;
let here: Context;
let there: Context;
beforeAll(async () => {
  regions = await twoRegions([]);
  [here, there] = await Promise.all([systemIn(regions, 'tyumen'), systemIn(regions, 'omsk')]);
});
afterAll(() => regions.close());

const idOf = ({ actor }: Context) => ('accountId' in actor ? actor.accountId : '');
const block = (accountId: string) =>
  here.write((w) => w.db.updateTable('account').set({ state: 'blocked' }).where('id', '=', accountId).execute());

it('a company has a cabinet while somebody of it can sign in', async () => {
  const companyId = newId();
  expect(await hasCabinet(here.db, companyId)).toBe(false);
  const employee = await asEmployee(regions, 'tyumen', { companyId });
  expect(await hasCabinet(here.db, companyId)).toBe(true);
  expect(await hasCabinet(there.db, companyId)).toBe(false);
  await block(idOf(employee));
  expect(await hasCabinet(here.db, companyId)).toBe(false);
});

it('a person is reached by their account, unless it is blocked or of another region', async () => {
  const resident = idOf(await asResident(regions, 'tyumen', { phone: '+79125550101', name: 'Анна' }));
  expect(await reachOf(here.db, resident)).toEqual({ phone: '+79125550101', email: null, locale: 'ru' });
  expect(await accountByPhone(here.db, '+79125550101')).toBe(resident);
  expect(await accountByPhone(there.db, '+79125550101')).toBeNull();
  expect(await reachOf(there.db, resident)).toBeNull();
  await block(resident);
  expect(await reachOf(here.db, resident)).toBeNull();
  expect([await nameOf(here.db, resident), await nameOf(there.db, resident)]).toEqual(['Анна', '']);
});

it('an employee is one of that organisation only, while they work there', async () => {
  const companyId = newId();
  const employee = idOf(await asEmployee(regions, 'tyumen', { companyId, companyName: 'УК «Свет»', email: 'light@example.ru' }));
  expect(await employeeOf(here.db, employee, companyId)).toMatchObject({ email: 'light@example.ru', organisation: 'УК «Свет»' });
  expect(await employeeOf(here.db, employee, newId())).toBeNull();
  expect(await employeeOf(there.db, employee, companyId)).toBeNull();
  await here.write((w) =>
    w.db.updateTable('membership').set({ ended_at: here.clock.now() }).where('account_id', '=', employee).execute(),
  );
  expect(await employeeOf(here.db, employee, companyId)).toBeNull();
});

it('an authority is named in its own region', async () => {
  const row = { id: newId(), name: 'Департамент ЖКХ', kind: 'department' as const, territories: null, email: null };
  await here.write((w) =>
    w.db
      .insertInto('authority')
      .values({ ...row, created_at: here.clock.now() })
      .execute(),
  );
  expect([await authorityNameOf(here.db, row.id), await authorityNameOf(there.db, row.id)]).toEqual(['Департамент ЖКХ', '']);
});
