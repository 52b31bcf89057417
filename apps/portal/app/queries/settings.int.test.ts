// Settings of a region as its office changes them: history, refusals, two who save at once, the other region.
import { auditEntries } from '@zhkh/kernel/audit.server';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Context } from '@zhkh/kernel/module.server';
import {
  changeSettings,
  createRuntime,
  describeSettings,
  postedOf,
  regionSettings,
  restoreSetting,
  rolePermissions,
  saveSettings,
  settingsNow,
} from '@zhkh/kernel/runtime.server';
import { asEmployee, asOfficial, asResident, systemIn, type TwoRegions, twoRegions } from '@zhkh/tools/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { installed } from '../../../../modules/installed.server.ts';
import { moduleSettings } from './module-settings.server.ts';
import { settingsIndex } from './settings-index.server.ts';

let regions: TwoRegions;
let admin: Context;
const module = 'complaints';

beforeAll(async () => {
  regions = await twoRegions(installed);
});
afterAll(() => regions.close());

beforeEach(async () => {
  admin = await asOfficial(regions, 'tyumen', { admin: true, email: `admin-${Math.random()}@example.org` });
});

const registry = () => regions.registry;
const versionNow = async (ctx: Context) => (await settingsNow(registry(), ctx.db, module)).version;

/** The form as it stands, with some fields typed anew. */
async function formWith(ctx: Context, typed: Record<string, string>) {
  const { value, version } = await settingsNow(registry(), ctx.db, module);
  const schema = registry().byId(module)?.settings;
  if (!schema) throw new Error('complaints is installed');
  return { module, version, why: null, posted: { ...postedOf(describeSettings(schema), value), ...typed } };
}

const change = async (ctx: Context, typed: Record<string, string>, why: string | null = null) =>
  changeSettings(registry(), ctx, { ...(await formWith(ctx, typed)), why });

describe('saving', () => {
  it('changes the value and leaves who, when, from what to what and why', async () => {
    await change(admin, { 'set.reactDays': '20', 'set.onManagerChange': 'stay' }, 'Так решил совет');
    expect(await admin.settings(module)).toMatchObject({ reactDays: 20, onManagerChange: 'stay', maxRefutations: 3 });
    const page = await moduleSettings(registry(), admin, module, 1);
    expect(page.changes.slice(0, 2).map(({ title, from, to, why }) => ({ title, from, to, why }))).toEqual([
      {
        title: 'Дом сменил компанию',
        from: 'Все переходят к новой компании',
        to: 'Остаются у прежней компании',
        why: 'Так решил совет',
      },
      { title: 'Срок на проверку ответа', from: '15 дней', to: '20 дней', why: 'Так решил совет' },
    ]);
    expect(page.changes[0]?.who).toBe('Сотрудник');
    const index = await settingsIndex(registry(), admin, '');
    expect(index.modules.find((one) => one.module === module)).toMatchObject({ changed: 2, total: 7 });
  });

  it('is in the audit trail, in the same transaction as the history', async () => {
    await change(admin, { 'set.maxRefutations': '4' });
    const actor = 'accountId' in admin.actor ? admin.actor.accountId : '';
    const entries = (await auditEntries(admin.db, 'settings.changed')).filter((entry) => entry.actorId === actor);
    expect(entries).toMatchObject([{ action: 'settings.changed', subjectId: module }]);
    const before = await settingsNow(registry(), admin.db, module);
    const failed = admin.write(async (w) => {
      await saveSettings(registry(), admin, w, module, { maxRefutations: 7 });
      throw new Error('the transaction fails');
    });
    await expect(failed).rejects.toThrow('the transaction fails');
    expect(await settingsNow(registry(), admin.db, module)).toEqual(before);
    expect((await moduleSettings(registry(), admin, module, 1)).changes.map((one) => one.to)).not.toContain('7 раз');
  });

  it('leaves nothing when nothing differs', async () => {
    const before = await moduleSettings(registry(), admin, module, 1);
    await change(admin, {});
    expect(await moduleSettings(registry(), admin, module, 1)).toEqual(before);
  });

  it('refuses a wrong value beside its field, naming it and its range, and changes nothing', async () => {
    const before = await settingsNow(registry(), admin.db, module);
    const refused = change(admin, { 'set.reactDays': '2', 'set.extraDaysOff': '2026-04-21\nзавтра', 'set.onTimeGoal': '95' });
    await expect(refused).rejects.toMatchObject({
      kind: 'invalid',
      fields: {
        'set.reactDays': {
          key: 'platform:settings.wrong.value',
          params: { title: 'Срок на проверку ответа', range: '3–60 дней' },
        },
        'set.extraDaysOff': { key: 'platform:settings.wrong.at-line', params: { line: 2 } },
      },
    });
    expect(await settingsNow(registry(), admin.db, module)).toEqual(before);
  });

  it('refuses a field the schema does not have', async () => {
    await expect(change(admin, { 'set.secret': '1' })).rejects.toMatchObject({ code: 'platform.bad-request' });
  });
});

describe('settings of the installation', () => {
  const imports = async () => settingsNow(registry(), admin.db, 'imports');

  it('are not the region’s to see or to change, and stay as they stand when it saves its own', async () => {
    await admin.write((w) => saveSettings(registry(), admin, w, 'imports', { inboxFolder: '/srv/inbox', dryRunHours: 10 }));
    const { version, value } = await imports();
    const fields = regionSettings(registry().byId('imports')?.settings ?? z.never());
    expect(fields.map(({ name }) => name)).not.toContain('inboxFolder');
    const posted = postedOf(fields, value);
    const form = { module: 'imports', version, why: null };
    const named = changeSettings(registry(), admin, { ...form, posted: { ...posted, 'set.inboxFolder': '/etc' } });
    await expect(named).rejects.toMatchObject({ code: 'platform.bad-request' });
    await changeSettings(registry(), admin, { ...form, posted: { ...posted, 'set.dryRunHours': '20' } });
    expect((await imports()).value).toMatchObject({ inboxFolder: '/srv/inbox', dryRunHours: 20 });
    await restoreSetting(registry(), admin, { ...form, version: (await imports()).version, name: 'dryRunHours' });
    expect((await imports()).value).toMatchObject({ inboxFolder: '/srv/inbox', dryRunHours: 72 });
    const hidden = restoreSetting(registry(), admin, { ...form, version: (await imports()).version, name: 'inboxFolder' });
    await expect(hidden).rejects.toMatchObject({ kind: 'notFound' });
  });
});

describe('putting back the default', () => {
  it('restores one setting and keeps the others', async () => {
    await change(admin, { 'set.reactDays': '25', 'set.reopenDays': '40' });
    await restoreSetting(registry(), admin, { module, name: 'reactDays', version: await versionNow(admin), why: null });
    expect((await settingsNow(registry(), admin.db, module)).value).toMatchObject({ reactDays: 15, reopenDays: 40 });
    const [latest] = (await moduleSettings(registry(), admin, module, 1)).changes;
    expect(latest).toMatchObject({ title: 'Срок на проверку ответа', from: '25 дней', to: '15 дней' });
    const row = await admin.db.selectFrom('setting').select('value').where('module', '=', module).executeTakeFirstOrThrow();
    expect(row.value).not.toHaveProperty('reactDays');
  });

  it('knows no setting that is none', async () => {
    const odd = restoreSetting(registry(), admin, { module, name: 'constructor', version: await versionNow(admin), why: null });
    await expect(odd).rejects.toMatchObject({ kind: 'notFound' });
  });
});

describe('two who edit at once', () => {
  it('tells the second what the first saved, and lets them save knowingly', async () => {
    const second = await formWith(admin, { 'set.reactDays': '30' });
    await change(admin, { 'set.reactDays': '21' });
    await expect(changeSettings(registry(), admin, second)).rejects.toMatchObject({
      kind: 'conflict',
      fields: {
        version: { key: 'platform:settings.stale' },
        'set.reactDays': { key: 'platform:settings.saved-meanwhile', params: { value: '21 день' } },
      },
    });
    expect((await settingsNow(registry(), admin.db, module)).value).toMatchObject({ reactDays: 21 });
    await changeSettings(registry(), admin, { ...second, version: await versionNow(admin) });
    expect((await settingsNow(registry(), admin.db, module)).value).toMatchObject({ reactDays: 30 });
  });

  it('does not lose the change of another field either', async () => {
    const second = await formWith(admin, { 'set.reactDays': '31' });
    await change(admin, { 'set.onTimeGoal': '77' });
    await expect(changeSettings(registry(), admin, second)).rejects.toMatchObject({
      fields: { 'set.onTimeGoal': { params: { value: '77 %' } } },
    });
  });

  it('of two at the very same moment one is refused', async () => {
    const forms = await Promise.all(['32', '33'].map((days) => formWith(admin, { 'set.reactDays': days })));
    const results = await Promise.allSettled(forms.map((form) => changeSettings(registry(), admin, form)));
    expect(results.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected']);
  });
});

describe('others', () => {
  it('may neither see nor change', async () => {
    const people = [
      await asOfficial(regions, 'tyumen'),
      await asOfficial(regions, 'tyumen', { admin: true, territories: ['71701'], email: 'city@example.org' }),
      await asEmployee(regions, 'tyumen', { admin: true }),
      await asResident(regions, 'tyumen'),
      await systemIn(regions, 'tyumen'),
    ];
    for (const ctx of people) {
      await expect(change(ctx, { 'set.reactDays': '10' })).rejects.toMatchObject({ kind: 'forbidden' });
      await expect(restoreSetting(registry(), ctx, { module, name: 'reactDays', version: 0, why: null })).rejects.toMatchObject({
        kind: 'forbidden',
      });
      await expect(moduleSettings(registry(), ctx, module, 1)).rejects.toMatchObject({ kind: 'forbidden' });
      await expect(settingsIndex(registry(), ctx, '')).rejects.toMatchObject({ kind: 'forbidden' });
    }
  });

  it('of the other region keep their own settings and see no history of these', async () => {
    await change(admin, { 'set.reactDays': '17' }, 'только здесь');
    const omsk = await asOfficial(regions, 'omsk', { admin: true });
    expect(await omsk.settings(module)).toMatchObject({ reactDays: 15 });
    const page = await moduleSettings(registry(), omsk, module, 1);
    expect(page).toMatchObject({ version: 0, changes: [], total: 0 });
    const index = await settingsIndex(registry(), omsk, '');
    expect(index.modules.every((one) => one.changed === 0)).toBe(true);
  });

  it('find no settings of a module that is off', async () => {
    const without = { ...admin, modules: new Set([...admin.modules].filter((id) => id !== module)) };
    await expect(moduleSettings(registry(), without, module, 1)).rejects.toMatchObject({ kind: 'notFound' });
    await expect(change(without, {})).rejects.toMatchObject({ kind: 'notFound' });
    expect((await settingsIndex(registry(), without, 'срок')).found?.map((one) => one.module)).not.toContain(module);
  });
});

it('finds a setting by words of its title and help, in the language of the reader', async () => {
  await change(admin, { 'set.reopenDays': '12' });
  const { found } = await settingsIndex(registry(), admin, 'ОТКРЫТЬ снова');
  expect(found?.map((one) => one.name)).toEqual(['reopenDays']);
  expect(found?.[0]).toMatchObject({ moduleTitle: 'Обращения', value: '12 дней' });
  expect((await settingsIndex(registry(), admin, 'нет-такого-слова')).found).toEqual([]);
});

it('another process reads a saved value within a second', async () => {
  const other = createRuntime({ config: regions.config, registry: registry(), clock: regions.clock, name: 'test-other' });
  try {
    const there = await other.systemContext(regions.region('tyumen'));
    const read = async () => (await there.settings<{ maxRefutations: number }>(module)).maxRefutations;
    await change(admin, { 'set.maxRefutations': '1' });
    await expect.poll(read, { timeout: 1500 }).toBe(1);
    // The other process has just read the old value: the worst moment for a change.
    expect(await read()).toBe(1);
    await change(admin, { 'set.maxRefutations': '9' });
    const saved = performance.now();
    let asked = 0;
    do {
      await sleep(20);
      asked = performance.now() - saved;
    } while ((await read()) !== 9 && asked < 1000);
    expect(await read(), `asked ${Math.round(asked)} ms after the change`).toBe(9);
    expect((await admin.settings<{ maxRefutations: number }>(module)).maxRefutations).toBe(9);
  } finally {
    await other.close();
  }
});

it('pages the history, newest first', async () => {
  for (let days = 3; days < 26; days++) await change(admin, { 'set.reactDays': String(days) });
  const first = await moduleSettings(registry(), admin, module, 1);
  const second = await moduleSettings(registry(), admin, module, 2);
  expect(first.changes).toHaveLength(20);
  expect(first.changes[0]?.to).toBe('25 дней');
  expect(second.changes[0]?.to).toBe('5 дней');
  expect(first.total).toBeGreaterThanOrEqual(23);
});

it('tells every role what it may do, in words of the manifests', async () => {
  const roles = rolePermissions(registry(), admin.modules);
  const of = (role: string) =>
    roles.find((one) => one.role === role)?.modules.flatMap((one) => one.permissions.map(({ name }) => name)) ?? [];
  expect(roles.map((one) => one.role)).toEqual(['resident', 'company-employee', 'company-admin', 'official', 'region-admin']);
  expect(of('resident')).toContain('complaints.file');
  expect(of('official')).not.toContain('complaints.file');
  expect(of('official')).not.toContain('platform.change-settings');
  expect(of('region-admin')).toContain('platform.change-settings');
  for (const { title } of roles.flatMap((one) => one.modules.flatMap(({ permissions }) => permissions)))
    expect(admin.t(title), title).not.toBe(title.replace(/^[^:]+:/, ''));
  const without = rolePermissions(registry(), new Set(['directory']));
  expect(without.flatMap((one) => one.modules.map(({ module: id }) => id))).not.toContain('complaints');
});
