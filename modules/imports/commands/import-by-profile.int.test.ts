// Reads a file through a saved profile: tried, applied, at once; only by a mapped profile of this region.
import { newId } from '@zhkh/kernel/db.server';
import { makeCompany, moreCompanyFacts } from '@zhkh/directory/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { namedFact, profileConnectorId } from '../domain/profile.ts';
import { type ImportDesk, importDesk } from '../testing/import-desk.ts';
import { makeRun, runOf } from '../testing/rows.ts';
import { createProfile } from './create-profile.server.ts';
import { applyByProfile, importByProfile } from './import-by-profile.server.ts';
import { saveMapping } from './save-mapping.server.ts';

let desk: ImportDesk;
let companyId: string;
let inn: string;
beforeAll(async () => {
  desk = await importDesk();
  companyId = await makeCompany(desk.ctx);
  const company = desk.ctx.db.selectFrom('company').select('inn').where('id', '=', companyId);
  inn = (await company.executeTakeFirstOrThrow()).inn ?? '';
});
afterAll(() => desk.close());

const crews = (count: number) => desk.file(`crews-${count}.csv`, `ИНН;Бригад\n${inn};${count}\n`);

async function unmapped(): Promise<string> {
  return createProfile(desk.ctx, { title: 'Бригады', origin: 'ЕДДС', target: 'company', filePath: crews(1) });
}

async function mapped(): Promise<string> {
  const profileId = await unmapped();
  const facts = [namedFact({ column: 'Бригад', label: 'Аварийных бригад', unit: null, kind: 'number' })];
  await saveMapping(desk.ctx, { profileId, keyColumn: 'ИНН', keyKind: 'inn', facts });
  return profileId;
}

const tryOut = (profileId: string, count: number, dryRun = true) =>
  importByProfile(desk.ctx, { profileId, filePath: crews(count), fileName: `бригады 0${count}-02-2026.csv`, dryRun });
const values = async () => (await moreCompanyFacts(desk.ctx, companyId)).map((fact) => fact.value);

it('right: tried without a change, then applied; straight away it takes the new value', async () => {
  const profileId = await mapped();
  const tried = await tryOut(profileId, 4);
  expect(tried).toMatchObject({ state: 'staged', rowsRead: 1, counts: { factsNew: 1 } });
  expect(await values()).toEqual([]);
  expect(await applyByProfile(desk.ctx, { profileId, importId: tried.importId })).toMatchObject({
    importId: tried.importId,
    state: 'done',
    counts: { factsNew: 1 },
  });
  expect(await values()).toEqual(['4']);
  const at = await tryOut(profileId, 5, false);
  expect(at).toMatchObject({ state: 'done', counts: { factsNew: 0, factsChanged: 1 } });
  expect(await values()).toEqual(['5']);
  const { code } = await desk.ctx.db
    .selectFrom('import_profile')
    .select('code')
    .where('id', '=', profileId)
    .executeTakeFirstOrThrow();
  expect(await runOf(desk.ctx, at.importId)).toMatchObject({
    connector: profileConnectorId(code),
    file_name: 'бригады 05-02-2026.csv',
    fact_date: '2026-02-05',
  });
});

it('refused: a profile that is not there or maps nothing', async () => {
  await expect(tryOut(newId(), 6)).rejects.toMatchObject({ code: 'imports.profile-not-found' });
  await expect(tryOut(await unmapped(), 6)).rejects.toMatchObject({ code: 'imports.no-facts' });
});

it('refused: to apply a run of another source or profile, and one twice', async () => {
  const { ctx } = desk;
  const [profileId, another] = [await mapped(), await mapped()];
  const tried = await tryOut(profileId, 7);
  const before = await values();
  for (const importId of [newId(), await makeRun(ctx, { state: 'staged' })])
    await expect(applyByProfile(ctx, { profileId, importId })).rejects.toMatchObject({ code: 'imports.profile-not-found' });
  const foreign = applyByProfile(ctx, { profileId: another, importId: tried.importId });
  await expect(foreign).rejects.toMatchObject({ code: 'imports.profile-not-found' });
  expect(await values()).toEqual(before);
  await applyByProfile(ctx, { profileId, importId: tried.importId });
  const twice = applyByProfile(ctx, { profileId, importId: tried.importId });
  await expect(twice).rejects.toMatchObject({ code: 'imports.not-staged' });
});

it('other region: it reads nothing by this one’s profile and applies no run of it', async () => {
  const profileId = await mapped();
  const tried = await tryOut(profileId, 8);
  const { other } = desk;
  const read = importByProfile(other, { profileId, filePath: crews(9), fileName: 'a.csv', dryRun: false });
  await expect(read).rejects.toMatchObject({ code: 'imports.profile-not-found' });
  const applied = applyByProfile(other, { profileId, importId: tried.importId });
  await expect(applied).rejects.toMatchObject({ code: 'imports.profile-not-found' });
  expect(await runOf(desk.ctx, tried.importId)).toMatchObject({ state: 'staged' });
  expect(await other.db.selectFrom('company_fact').selectAll().execute()).toEqual([]);
  expect(await other.db.selectFrom('import_run').select('id').execute()).toEqual([]);
});
