// The exchange with ГИС ЖКХ against a local server that checks both sides with the official schemas: every operation, twice, and all that can go wrong.
import { newId } from '@zhkh/kernel/db.server';
import type { JobContext } from '@zhkh/kernel/module.server';
import { asOperator, systemIn, type TwoRegions, twoRegions } from '@zhkh/tools/testing';
import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { orderExchange } from '../../commands/order-exchange.server.ts';
import { runWanted } from '../../jobs/exchange.server.ts';
import imports from '@zhkh/imports/module';
import directory from '../../module.server.ts';
import { exchangeState } from '../../queries/exchange-state.server.ts';
import { meetingsOf } from '../../queries/meetings-of.server.ts';
import { moreHouseFacts } from '../../queries/more-facts-of.server.ts';
import { supervisionOf } from '../../queries/supervision-of.server.ts';
import { exchangeBench, type ExchangeBench, officialSchemas } from '../../testing/exchange.ts';
import { makeCompany, makeHouse } from '../../testing/factories.ts';
import { applyImport } from '@zhkh/imports/testing';
import { type ExchangeReport, type RunExchange, runExchange } from './run-exchange.server.ts';

const OPERATIONS = ['contracts', 'licences', 'houses', 'examinations', 'protocols', 'tariffs', 'maintenance'];
const TABLES = [
  'management',
  'licence',
  'licence_house',
  'house_fact',
  'examination',
  'precept',
  'offence',
  'tariff',
  'voting_protocol',
  'voting_decision',
] as const;
const QUICK = { firstMs: 5, mostMs: 20, patienceMs: 5000, from: '2025-09-01', to: '2026-02-28' };

let bench: ExchangeBench;
let regions: TwoRegions;
let ctx: JobContext;
let other: JobContext;
let house: string;
let company: string;

beforeAll(async () => {
  bench = await exchangeBench();
  regions = await twoRegions([imports, directory], { connections: { tyumen: { 'gis-exchange': bench.connection } } });
  ctx = await systemIn(regions, 'tyumen');
  other = await systemIn(regions, 'omsk');
  company = await makeCompany(ctx);
  house = await makeHouse(ctx);
  const second = await makeHouse(ctx, { oktmo: '71701000' });
  for (const id of [house, second]) {
    await sql`update house set fias_guids = array[${newId()}::uuid] where id = ${id}::uuid`.execute(ctx.db);
    await registeredTerm(id, company);
  }
  for (let more = 0; more < 4; more += 1) await makeCompany(ctx);
});
afterAll(async () => {
  await regions.close();
  await bench.close();
});
afterEach(() => {
  bench.odd.next = null;
});

/** As a dump of houses leaves it: somebody manages, since when is not known. */
async function registeredTerm(houseId: string, companyId: string): Promise<void> {
  await sql`
    insert into management (id, house_id, company_id, valid_from, from_exact, source, created_at, updated_at)
    values (${newId()}::uuid, ${houseId}::uuid, ${companyId}::uuid, '2026-02-01', false, 'register', now(), now())`.execute(
    ctx.db,
  );
}

const run = (operation: string, more: Partial<RunExchange> = {}): Promise<ExchangeReport> =>
  runExchange(ctx, { operation, ...QUICK, ...more });

async function fingerprint(): Promise<string[]> {
  return Promise.all(
    TABLES.map(async (table) => {
      const rows = await sql<{ n: number; sum: string }>`
        select count(*)::int as n, md5(string_agg(t::text, '|' order by t::text)) as sum from ${sql.id(table)} t`.execute(ctx.db);
      return `${table} ${rows.rows[0]?.n} ${rows.rows[0]?.sum}`;
    }),
  );
}

const open = () => ctx.db.selectFrom('exchange_request').selectAll().where('state', 'in', ['planned', 'asked']).execute();

describe('every operation', () => {
  it.each(OPERATIONS)('%s is asked, waited for and loaded as a file would be', async (operation) => {
    const report = await run(operation);
    // Four licences name a house the region does not know.
    const rowsFailed = operation === 'licences' ? 4 : 0;
    expect(report).toMatchObject({ failed: 0, waiting: 0, import: { state: 'done', rowsFailed } });
    expect(report.answered).toBeGreaterThan(0);
    expect(report.import?.rowsRead).toBeGreaterThan(0);
  });

  it('sends and gets nothing the official schemas refuse', () => {
    expect(bench.server.refused).toEqual([]);
    expect(bench.server.own).toEqual([]);
    expect(bench.server.calls.filter((action) => action === 'getState').length).toBeGreaterThan(OPERATIONS.length * 2);
  });

  it.skipIf(!officialSchemas)('had the official schemas at hand', () => {
    expect(officialSchemas).not.toBeNull();
  });

  it('fills the same tables as the templates', async () => {
    for (const line of await fingerprint()) expect(line).not.toMatch(/ 0 /);
    const facts = await moreHouseFacts(ctx, house);
    expect(facts.map((fact) => fact.label)).toEqual(expect.arrayContaining(['Этажей', 'Год ввода в эксплуатацию', 'Состояние']));
    expect(facts.find((fact) => fact.label === 'Состояние')).toMatchObject({
      value: 'Исправный',
      source: { connector: 'gis-houses' },
    });
    const terms = await ctx.db.selectFrom('management').selectAll().where('house_id', '=', house).execute();
    expect(terms).toMatchObject([{ source: 'contract', from_exact: true, company_id: company }]);
    const licences = (await supervisionOf(ctx, company))?.licences ?? [];
    expect(licences[0]).toMatchObject({ number: expect.stringMatching(/^\d{3}-\d{6}$/) });
  });

  it('gives each fact its message', async () => {
    const told = await sql<{ n: number }>`
      select count(*)::int as n from house_fact fact
      join exchange_request request on request.import_id = fact.import_id and fact.import_line between request.first_line and request.last_line
      join house on house.id = fact.house_id and house.fias_guids[1]::text = request.about ->> 'house'`.execute(ctx.db);
    const all = await sql<{ n: number }>`select count(*)::int as n from house_fact`.execute(ctx.db);
    expect(told.rows[0]?.n).toBe(all.rows[0]?.n);
    const [fact] = await moreHouseFacts(ctx, house);
    expect(fact?.source?.file).toMatch(/^exportHouseData, MessageGUID [0-9a-f-]{36}$/);
    const runs = await ctx.db.selectFrom('import_run').select('file_name').where('connector', '=', 'gis-licences').execute();
    expect(runs[0]?.file_name).toMatch(/^exportActualLicenseState, MessageGUID [0-9a-f-]{36}$/);
  });

  it('tells meetings of owners in their latest word', async () => {
    const [meeting, annulled] = await meetingsOf(ctx, house);
    expect(meeting).toMatchObject({ counted: true, quorum: true, form: 'MeetingAVoting', metAt: '18:30', place: 'двор дома' });
    expect(meeting?.decisions.map((one) => one.effect)).toEqual([null, 'company', null]);
    expect(meeting?.source?.file).toMatch(/^exportVotingProtocol, MessageGUID/);
    expect(annulled).toMatchObject({ counted: false });
  });

  it('keeps no person: an examination of a citizen, initiators of a meeting, whom it elected', async () => {
    const kept = await sql<{ n: number }>`
      select (select count(*) from import_failed_row where raw ~ 'Вымышленн') + (select count(*) from voting_decision d where d::text ~ 'Вымышленн')
        + (select count(*) from voting_protocol p where p::text ~ 'Вымышленн') as n`.execute(ctx.db);
    expect(Number(kept.rows[0]?.n)).toBe(0);
  });

  it('changes nothing the second time', async () => {
    const before = await fingerprint();
    for (const operation of OPERATIONS) expect(await run(operation), operation).toMatchObject({ import: { state: 'done' } });
    expect(await fingerprint()).toEqual(before);
  });

  it('leaves the other region alone, which has no connection', async () => {
    await expect(runExchange(other, { operation: 'houses' })).rejects.toMatchObject({ code: 'directory.exchange-off' });
    const rows = await sql<{ n: number }>`select count(*)::int as n from exchange_request`.execute(other.db);
    expect(rows.rows[0]?.n).toBe(0);
  });
});

describe('a dry run', () => {
  it('says what would change and waits', async () => {
    await sql`update house_fact set value = '99' where name = 'FloorCount'`.execute(ctx.db);
    const before = await fingerprint();
    const report = await run('houses', { dryRun: true });
    expect(report.import).toMatchObject({ state: 'staged', counts: { factsChanged: 2 } });
    expect(await fingerprint()).toEqual(before);
    expect(await applyImport(ctx, report.import?.importId ?? '')).toMatchObject({ state: 'done', counts: { factsChanged: 2 } });
  });
});

describe('a killed worker', () => {
  it('goes on with the receipts it has and asks nothing twice', async () => {
    bench.odd.next = ({ action }) => (action === 'getState' ? { never: true } : undefined);
    const first = await run('houses', { patienceMs: 60 });
    expect(first).toMatchObject({ answered: 0, waiting: 2, import: null });
    const asked = await open();
    expect(asked.map((one) => one.state)).toEqual(['asked', 'asked']);
    bench.odd.next = null;
    const before = bench.server.calls.filter((action) => action === 'exportHouseData').length;
    expect(await run('houses')).toMatchObject({ answered: 2, waiting: 0, import: { state: 'done' } });
    expect(bench.server.calls.filter((action) => action === 'exportHouseData').length).toBe(before);
    expect(await open()).toEqual([]);
  });

  it('sends a request whose receipt it never saw under the same GUID', async () => {
    bench.odd.next = ({ action }) => (action === 'exportHouseData' ? { spoil: (xml) => xml.slice(0, 200) } : undefined);
    expect(await run('houses')).toMatchObject({ waiting: 2 });
    const planned = await open();
    bench.odd.next = null;
    expect(await run('houses')).toMatchObject({ answered: 2, waiting: 0 });
    const ended = await ctx.db
      .selectFrom('exchange_request')
      .select('id')
      .where(
        'id',
        'in',
        planned.map((one) => one.id),
      )
      .where('state', '=', 'done')
      .execute();
    expect(ended).toHaveLength(2);
  });

  it('is not joined by another at the same operation', async () => {
    bench.odd.next = ({ action }) => (action === 'getState' ? { never: true } : undefined);
    const slow = run('houses', { patienceMs: 1500 });
    await new Promise((resolve) => setTimeout(resolve, 300));
    await expect(run('houses')).rejects.toMatchObject({ code: 'imports.import-busy' });
    bench.odd.next = null;
    await slow;
    await run('houses');
  });
});

describe('the worker', () => {
  it('takes up what an operator ordered and what is under way, once; in a region without a connection nothing', async () => {
    const operator = await asOperator(regions, 'tyumen');
    await orderExchange(operator, 'tariffs');
    await orderExchange(operator, 'tariffs');
    await expect(orderExchange(operator, 'weather')).rejects.toMatchObject({ code: 'directory.unknown-operation' });
    expect((await exchangeState(ctx)).rows.find((row) => row.operation === 'tariffs')).toMatchObject({
      ordered: true,
      waiting: 0,
    });
    bench.odd.next = ({ action }) => (action === 'getState' ? { status: 503 } : undefined);
    expect(await run('maintenance')).toMatchObject({ waiting: 1 });
    bench.odd.next = null;
    expect(await runWanted(ctx)).toEqual(['tariffs', 'maintenance']);
    expect(await runWanted(ctx)).toEqual([]);
    const { connected, rows } = await exchangeState(ctx);
    expect(connected).toBe(true);
    expect(rows.find((row) => row.operation === 'tariffs')).toMatchObject({ ordered: false, waiting: 0, importState: 'done' });
    await expect(orderExchange(other, 'tariffs')).rejects.toMatchObject({ code: 'directory.exchange-off' });
    expect(await runWanted(other)).toEqual([]);
  });
});

describe('what is no answer', () => {
  const truncated = (xml: string) => xml.slice(0, -300);
  const foreign = (xml: string) => xml.replace(/(<hm:getStateResult.*?<base:MessageGUID>)[^<]+/, `$1${newId()}`);
  const doctype = (xml: string) => xml.replace('?>', '?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>');
  const huge = (xml: string) => xml.replace('<hm:FloorCount>', `<hm:FloorCount>${'9'.repeat(2_500_000)}`);
  const deep = (xml: string) => xml.replace('<hm:FloorCount>', `${'<a>'.repeat(100)}${'</a>'.repeat(100)}<hm:FloorCount>`);

  it.each([
    ['cut off in the middle', truncated, 'xml'],
    ['of another message', foreign, 'foreign-answer'],
    ['with a DOCTYPE', doctype, 'doctype'],
    ['of megabytes', huge, 'too-big'],
    ['nested a hundred levels deep', deep, 'xml-too-deep'],
    ['that is a page', () => '<html><body>Ведутся работы</body></html>', 'not-soap'],
    ['in another encoding', (xml: string) => xml, 'encoding'],
  ])('%s changes nothing, is tried again by the next runs and then told', async (name, spoil, reason) => {
    const before = await fingerprint();
    const cp1251 = Buffer.from([0xc0, 0xc1, 0xc2]);
    bench.odd.next = ({ action }) =>
      action !== 'getState'
        ? undefined
        : name === 'in another encoding'
          ? { status: 200, body: cp1251 as unknown as string }
          : { spoil };
    for (let tried = 1; tried < 3; tried += 1) expect(await run('houses'), name).toMatchObject({ waiting: 2, import: null });
    const last = await run('houses');
    expect(last).toMatchObject({ failed: 2, waiting: 0, import: { state: 'stopped', rowsFailed: 2 } });
    const told = await ctx.db
      .selectFrom('exchange_request')
      .select('error')
      .where('import_id', '=', last.import?.importId ?? '')
      .execute();
    for (const { error } of told) expect(error).toContain(reason);
    const kept = await ctx.db
      .selectFrom('import_failed_row')
      .select(['reason', 'raw'])
      .where('import_id', '=', last.import?.importId ?? '')
      .execute();
    expect(kept).toHaveLength(2);
    expect(await fingerprint()).toEqual(before);
  });
});

describe('the service', () => {
  it('that is away is asked again at once, a few times', async () => {
    const before = bench.server.calls.length;
    bench.odd.next = ({ action }) =>
      action === 'exportHouseData' && bench.server.calls.length < before + 5 ? { status: 502 } : undefined;
    expect(await run('houses')).toMatchObject({ answered: 2, waiting: 0 });
  });

  it('that stays away leaves the requests for later', async () => {
    bench.odd.next = () => ({ status: 503 });
    expect(await run('houses')).toMatchObject({ waiting: 2, import: null });
    bench.odd.next = null;
    expect(await run('houses')).toMatchObject({ answered: 2 });
  });

  it('that has nothing to tell is not at fault', async () => {
    bench.odd.next = ({ action }) => (action === 'getState' ? { error: ['INT002012', 'Нет объектов для экспорта'] } : undefined);
    expect(await run('houses')).toMatchObject({ empty: 2, failed: 0, import: null });
  });

  it.each([
    ['in its answer', { error: ['INT016041', 'Нет прав'] as [string, string] }, 'INT016041: Нет прав'],
    ['by a fault', { fault: 'AUT011003' }, 'AUT011003: Отказано'],
  ])('that refuses %s is not asked again; the operator reads why', async (_name, odd, words) => {
    bench.odd.next = ({ action }) => (action === 'getState' ? odd : undefined);
    const report = await run('houses');
    expect(report).toMatchObject({ failed: 2, import: { state: 'stopped', error: 'too-many-failed' } });
    const [row] = await ctx.db
      .selectFrom('import_failed_row')
      .selectAll()
      .where('import_id', '=', report.import?.importId ?? '')
      .execute();
    expect(row).toMatchObject({ field: 'exportHouseData', reason: 'exchange' });
    expect(row?.raw).toContain(words);
    expect(await open()).toEqual([]);
  });

  it('takes no request that is not signed by the region', async () => {
    const stranger = await exchangeBench();
    try {
      const wrong = { ...stranger.connection, endpoint: bench.server.url };
      const report = await runExchange(Object.assign(Object.create(ctx), { connection: () => wrong }), {
        operation: 'houses',
        ...QUICK,
      });
      expect(report).toMatchObject({ failed: 2, import: { state: 'stopped' } });
      expect(bench.server.refused.splice(0)).toEqual(['exportHouseData: signature', 'exportHouseData: signature']);
    } finally {
      await stranger.close();
    }
  });
});
