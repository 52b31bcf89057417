// The proof that no region, company or person reads another's: every route × every role × every axis × every way to ask.
// `npm test` sends each role a third of the cells, another third to the next role; `npm run prove -- at-length` sends them all.
import { createServer } from 'node:http';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { atLength, e2eStack } from '@zhkh/tools/testing';
import { seeded } from '@zhkh/tools/testing/seeded';
import type { Sql } from 'postgres';
import { type Cell, cellsOf, idsFor, type RoutePolicy } from './isolation/cells.ts';
import { countGrants, printOf } from './isolation/grants.ts';
import { type Identity, visitorsAbove, visitorsOf } from './isolation/identities.ts';
import { addUp, runCells, type Tally } from './isolation/run.ts';
import { buildWorld, canaryOf, invitationCanaryOf, type Region, regions, type Side, type World } from './isolation/world.ts';
import { openSql } from './support/open-sql.ts';

test.describe.configure({ mode: 'serial', timeout: 240_000 });

const sides: readonly Side[] = ['first', 'second'];
let sql: Sql;
let world: World;

test.beforeAll(async () => {
  sql = await openSql();
  world = await buildWorld(sql);
});

test.afterAll(() => sql.end());

async function routesOf(app: 'portal' | 'partner' | 'superadmin'): Promise<RoutePolicy[]> {
  const build = await import(path.resolve(import.meta.dirname, '../..', app, 'build/server/index.js'));
  const { collectPolicies } = await import('@zhkh/kernel/http.server');
  return collectPolicies(build) as unknown as RoutePolicy[];
}

const parts = atLength({ short: 3, long: 1 });

/** The cells in as many heaps as a short run has parts, drawn by lot so that no axis or way always falls to one visitor. */
function heapsOf(cells: readonly Cell[]): Cell[][] {
  const chance = seeded(cells.length);
  const heaps = Array.from({ length: parts }, (): Cell[] => []);
  const drawn = cells.map((cell) => ({ cell, lot: chance.next() })).sort((a, b) => a.lot - b.lot);
  for (const [at, { cell }] of drawn.entries()) heaps[at % parts]?.push(cell);
  return heaps;
}

const other = (region: Region): Region => (region === 'tyumen' ? 'omsk' : 'tyumen');

async function visit(identity: Identity, region: Region, cells: readonly Cell[]): Promise<Tally> {
  const { ports } = e2eStack();
  const hidden = [
    invitationCanaryOf(other(region)),
    ...sides.map((side) => canaryOf(other(region), side)),
    ...sides.filter((side) => !identity.mayRead.includes(side)).map((side) => canaryOf(region, side)),
  ];
  const own = identity.mayRead.map((side) => canaryOf(region, side));
  return await runCells({ port: ports.portal, host: `${region}.localhost:${ports.portal}` }, identity, cells, hidden, own);
}

function tell(name: string, tally: Tally): void {
  const statuses = Object.entries(tally.statuses).map(([status, count]) => `${status}: ${count}`);
  console.log(
    `${name}: ${tally.cells} cells, ${tally.findings.length} findings, own texts seen in ${tally.ownSeen}; ${statuses.join(', ')}`,
  );
}

const short = (tally: Tally) =>
  tally.findings
    .slice(0, 10)
    .map(
      (found) => `${found.role}: ${found.cell.method} ${found.cell.url} (${found.cell.axis}) → ${found.status}: ${found.what}`,
    );

test('no login reads, writes or calls anything outside its own schema', async () => {
  const count = await countGrants(sql);
  console.log(
    `grants: ${count.logins} logins × foreign objects: ${count.tables} tables, ${count.sequences} sequences, ${count.functions} functions; open: ${count.open.length}`,
  );
  expect(count.logins).toBeGreaterThanOrEqual(3);
  expect(count.tables).toBeGreaterThan(100);
  expect(count.open).toEqual([]);
});

test('a planted grant is seen', async () => {
  const [tyumen] = await sql<{ role: string }[]>`select role_name as role from platform.tenant where slug = 'tyumen'`;
  const role = sql(tyumen?.role ?? '');
  await sql`grant usage on schema region_omsk to ${role}`;
  await sql`grant select (body) on region_omsk.complaint to ${role}`;
  const count = await countGrants(sql);
  await sql`revoke select (body) on region_omsk.complaint from ${role}`;
  await sql`revoke usage on schema region_omsk from ${role}`;
  expect(count.open).toEqual([{ login: tyumen?.role, object: 'region_omsk.complaint' }]);
});

test('the portal: no route answers anybody with what is not theirs', async () => {
  const routes = await routesOf('portal');
  const tallies: Tally[] = [];
  for (const region of regions) {
    const heaps = heapsOf(cellsOf(routes, (axis) => idsFor(world, region, axis)));
    const away = await printOf(sql, world[other(region)]);
    const second = await printOf(sql, world[region], 'second');
    for (const [turn, identity] of visitorsOf(sql, world, region).entries()) {
      const tally = await visit(identity, region, heaps[turn % parts] ?? []);
      tell(`${region}, ${identity.role}`, tally);
      tallies.push(tally);
      if (!identity.mayChange.includes('second'))
        expect(await printOf(sql, world[region], 'second'), `${identity.role} changed what is not theirs`).toBe(second);
    }
    expect(await printOf(sql, world[other(region)]), 'the other region changed').toBe(away);
  }
  const sum = addUp(tallies);
  tell(`portal, ${routes.length} routes, all roles`, sum);
  expect(short(sum)).toEqual([]);
  expect(sum.cells).toBeGreaterThan(1000);
  expect(sum.ownSeen, 'the canaries were visible where they may be').toBeGreaterThan(10);
});

for (const app of ['partner', 'superadmin'] as const) {
  test(`${app}: residents' texts never come up there`, async () => {
    const routes = await routesOf(app);
    const { ports } = e2eStack();
    const cells = cellsOf(routes, (axis) => idsFor(world, 'tyumen', axis));
    const hidden = regions.flatMap((region) => sides.map((side) => canaryOf(region, side)));
    const tallies: Tally[] = [];
    for (const identity of visitorsAbove(sql, world, app))
      tallies.push(await runCells({ port: ports[app], host: `localhost:${ports[app]}` }, identity, cells, hidden, []));
    const sum = addUp(tallies);
    tell(`${app}, ${routes.length} routes, all roles`, sum);
    expect(short(sum)).toEqual([]);
  });
}

test('a planted leak is caught by the same checker', async () => {
  const leaky = createServer((request, response) =>
    response.end(request.url?.includes('.data') ? `{"body":"${canaryOf('omsk', 'first')}"}` : 'nothing'),
  );
  await new Promise<void>((resolve) => leaky.listen(0, '127.0.0.1', resolve));
  const { port } = leaky.address() as { port: number };
  const cells = cellsOf(await routesOf('portal'), (axis) => idsFor(world, 'tyumen', axis));
  const [resident] = visitorsOf(sql, world, 'tyumen');
  if (!resident) throw new Error('No resident');
  const tally = await runCells({ port, host: `localhost:${port}` }, resident, cells, [canaryOf('omsk', 'first')], []);
  leaky.close();
  expect(tally.findings.length).toBeGreaterThan(10);
  expect(tally.findings.every((found) => found.what.startsWith('leak of'))).toBe(true);
});

test('a route without a policy turns the matrix red', async () => {
  const { collectPolicies } = await import('@zhkh/kernel/http.server');
  const bare = { routes: { bare: { id: 'bare', path: 'open-door', module: { loader: () => null, default: () => null } } } };
  const routes = collectPolicies(bare as never) as unknown as RoutePolicy[];
  expect(() => cellsOf(routes, (axis) => idsFor(world, 'tyumen', axis))).toThrow(/open-door/);
});
