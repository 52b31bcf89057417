// The houses of found streets, nearest to the typed text first: by number, or the first ones where no number was typed.
import type { Context } from '@zhkh/kernel/module.server';
import type { FoundStreet } from '../../domain/address-search/find-streets.ts';
import { leadingNumber } from '../../domain/address-search/house-number.ts';
import { byNumber, bySteps, inOrder, type RankedHouse } from '../../domain/address-search/rank-houses.ts';
import { type FoundHouse, firstHouses, housesByNumber, housesNearNumber, type Wanted } from './houses-on-streets.server.ts';

export interface HousesOn {
  /** Of the dictionary the streets should have come from; null = nothing was asked. */
  version: number | null;
  ranked: RankedHouse<FoundHouse>[];
}

/** Streets asked at first, and when none of them has the number. */
const STREETS = 40;
const MORE_STREETS = 250;
/** Streets this much farther than the best are asked only when the best have no such house. */
const LIKELY = 1.2;
const EACH = 8;
const LISTED_STREETS = 10;
const NEAR_STREETS = 3;
/** That a typed number is no house's must be this much likelier. */
const NUMBER = 0.5;
/** Farther from the best street than this its houses are not what was meant. */
const APART = 3;

export async function housesOn(ctx: Context, streets: readonly FoundStreet[], limit: number, near: boolean): Promise<HousesOn> {
  const numbered = streets.filter((street) => street.query.numbers.length > 0);
  const bare = streets.filter((street) => street.query.numbers.length === 0).slice(0, LISTED_STREETS);
  const found = await ofNumbers(ctx, numbered);
  const others = meansNoNumber(bare, numbered, found.ranked[0]?.cost) ? await first(ctx, bare, limit) : null;
  const beside = near && found.ranked.length === 0 ? await nearest(ctx, numbered.slice(0, NEAR_STREETS), limit) : null;
  const ranked = inOrder([found, others, beside].flatMap((one) => one?.ranked ?? []));
  return {
    version: found.version ?? others?.version ?? beside?.version ?? null,
    ranked: unique(ranked).filter(({ cost }) => cost <= (ranked[0]?.cost ?? 0) + APART),
  };
}

/** «4 мкр», «30 лет Победы»: what looks like a number names the street. */
function meansNoNumber(
  bare: readonly FoundStreet[],
  numbered: readonly FoundStreet[],
  found = Number.POSITIVE_INFINITY,
): boolean {
  const cost = bare[0]?.cost ?? Number.POSITIVE_INFINITY;
  return cost < found && cost < (numbered[0]?.cost ?? Number.POSITIVE_INFINITY) + NUMBER;
}

/** The likeliest streets first; more of them as long as one of those could still hold a nearer house. */
async function ofNumbers(ctx: Context, streets: readonly FoundStreet[]): Promise<HousesOn> {
  let found: HousesOn = { version: null, ranked: [] };
  let asked = 0;
  const likely = streets.filter(({ cost }) => cost <= (streets[0]?.cost ?? 0) + LIKELY).length;
  for (const most of [Math.min(likely, STREETS), STREETS, MORE_STREETS]) {
    const next = streets[asked];
    if (!next || (found.ranked[0] && found.ranked[0].cost <= next.cost)) break;
    if (most <= asked) continue;
    found = await askNumbers(ctx, streets.slice(0, most));
    asked = most;
  }
  return found;
}

async function askNumbers(ctx: Context, streets: readonly FoundStreet[]): Promise<HousesOn> {
  const keys = [...new Set(streets.flatMap((street) => street.query.numbers))];
  const { version, houses } = await housesByNumber(ctx, streets.map(wanted), keys, EACH);
  return { version, ranked: byNumber(houses, streets) };
}

async function nearest(ctx: Context, streets: readonly FoundStreet[], limit: number): Promise<HousesOn> {
  const { version, houses } = await housesNearNumber(ctx, streets.map(wanted), limit);
  return { version, ranked: byNumber(houses, streets) };
}

async function first(ctx: Context, streets: readonly FoundStreet[], limit: number): Promise<HousesOn> {
  const { version, houses } = await firstHouses(ctx, streets.map(wanted), limit);
  return { version, ranked: bySteps(houses, streets) };
}

function wanted(street: FoundStreet): Wanted {
  const [number] = street.query.numbers;
  return { streetId: street.id, lead: number ? Math.min(leadingNumber(number), 999_999_999) : null };
}

function unique(ranked: readonly RankedHouse<FoundHouse>[]): RankedHouse<FoundHouse>[] {
  const seen = new Set<string>();
  return ranked.filter(({ house }) => !seen.has(house.id) && Boolean(seen.add(house.id)));
}
