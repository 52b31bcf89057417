// One rule read twice on PostgreSQL: CASL row by row, and SQL for the list.
import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Context } from '../module/context.server.ts';
import { systemIn } from '@zhkh/tools/testing';
import { type TwoRegions, twoRegions } from '@zhkh/tools/testing';
import { buildAbility } from './ability.server.ts';
import type { Condition } from '../module/permission-rules.ts';
import { allowInTerritory } from './territory.ts';
import { inTerritory, whereAllowed } from './where-allowed.server.ts';

let regions: TwoRegions;
let ctx: Context;
beforeAll(async () => {
  regions = await twoRegions([]);
  ctx = await systemIn(regions, 'tyumen');
});
afterAll(() => regions.close());

interface Row {
  owner: string | null;
  size: number | null;
  open: boolean | null;
}
const columns = { owner: 'row.owner', size: 'row.size', open: 'row.open' };
const texts = fc.constantFrom('a', 'b', 'A', '', "o'x", '%', 'ё');
const sizes = fc.integer({ min: -2, max: 2 });
const row: fc.Arbitrary<Row> = fc.record({ owner: fc.option(texts), size: fc.option(sizes), open: fc.option(fc.boolean()) });
const condition = fc.record(
  {
    owner: fc.oneof(fc.option(texts), fc.record({ $in: fc.array(texts, { maxLength: 3 }) })),
    size: fc.oneof(fc.option(sizes), fc.record({ $in: fc.array(sizes, { maxLength: 3 }) })),
    open: fc.option(fc.boolean()),
  },
  { requiredKeys: [] },
) as fc.Arbitrary<Condition>;

const abilityOf = (conditions: readonly (Condition | undefined)[]) =>
  buildAbility([(_actor, allow) => conditions.forEach((one) => allow('polls.read', 'poll', one))], {
    kind: 'system',
    role: 'system',
  });

async function inSql(ability: ReturnType<typeof abilityOf>, rows: Row[]): Promise<number[]> {
  const values = rows.map((one, at) => sql`(${at}::int, ${one.owner}::text, ${one.size}::int, ${one.open}::boolean)`);
  const query = sql<{
    at: number;
  }>`select row.at from (values ${sql.join(values)}) as row(at, owner, size, open) where ${whereAllowed({ ability }, 'polls.read', 'poll', columns)} order by row.at`;
  return (await query.execute(ctx.db)).rows.map((found) => found.at);
}

describe('rules as SQL', () => {
  it('decide like CASL on any rules and rows', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.option(condition, { nil: undefined, freq: 12 }), { maxLength: 3 }),
        fc.array(row, { minLength: 1, maxLength: 8 }),
        async (conditions, rows) => {
          const ability = abilityOf(conditions);
          const byCasl = rows.flatMap((one, at) => (ability.can('polls.read', 'poll', one) ? [at] : []));
          expect(await inSql(ability, rows)).toEqual(byCasl);
        },
      ),
      { numRuns: 400 },
    );
  });

  it('give nothing without a rule and everything with one that has no condition', async () => {
    const rows: Row[] = [
      { owner: null, size: null, open: null },
      { owner: 'a', size: 1, open: true },
    ];
    expect(await inSql(abilityOf([]), rows)).toEqual([]);
    expect(await inSql(abilityOf([undefined]), rows)).toEqual([0, 1]);
  });

  it('refuse what cannot become SQL, at the rule and at the list', () => {
    expect(() => abilityOf([{ size: { $gt: 1 } } as unknown as Condition])).toThrow(/cannot become SQL/);
    expect(() => abilityOf([{ $or: [] } as unknown as Condition])).toThrow(/cannot become SQL/);
    expect(() => abilityOf([{ owner: { $in: [null] } } as unknown as Condition])).toThrow(/cannot become SQL/);
    expect(() => whereAllowed({ ability: abilityOf([{ owner: 'a' }]) }, 'polls.read', 'poll', { size: 'row.size' })).toThrow(
      /owner/,
    );
  });
});

describe('territories', () => {
  const district = fc.constantFrom('71701', '71710', '71999');
  const settlement = district.chain((code) => fc.constantFrom(`${code}000`, `${code}001`, `${code}000111`));
  const place = fc.record({ municipality: fc.option(district), oktmo: fc.option(settlement) });
  const territories = fc.option(fc.array(fc.oneof(district, settlement), { maxLength: 3 }));
  type Place = { municipality: string | null; oktmo: string | null };

  const abilityFor = (codes: readonly string[] | null) =>
    buildAbility([(_actor, allow) => allowInTerritory(allow, ['polls.read'], 'poll', codes)], { kind: 'system', role: 'system' });

  async function listed(codes: readonly string[] | null, places: readonly Place[]): Promise<number[]> {
    const values = places.map((one, at) => sql`(${at}::int, ${one.municipality}::text, ${one.oktmo}::text)`);
    const allowed = inTerritory({ ability: abilityFor(codes) }, 'polls.read', 'poll');
    const query = sql<{ at: number }>`select poll.at from (values ${sql.join(values)}) as poll(at, municipality, oktmo)
      where ${allowed} order by poll.at`;
    return (await query.execute(ctx.db)).rows.map((found) => found.at);
  }

  it('reach the same rows by rule, by list and by the words of the law', async () => {
    await fc.assert(
      fc.asyncProperty(territories, fc.array(place, { minLength: 1, maxLength: 8 }), async (codes, places) => {
        const ability = abilityFor(codes);
        const byRule = places.flatMap((one, at) => (ability.can('polls.read', 'poll', one) ? [at] : []));
        const meant = places.flatMap(({ municipality, oktmo }, at) =>
          codes === null || codes.some((code) => code === municipality || code === oktmo) ? [at] : [],
        );
        expect(byRule).toEqual(meant);
        expect(await listed(codes, places)).toEqual(meant);
      }),
      { numRuns: 200 },
    );
  });
});
