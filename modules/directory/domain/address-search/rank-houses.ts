// Orders found houses by how near street and number are to what was typed.
import { LATER_NUMBER, OTHER_CODE, STEP } from './costs.ts';
import type { AddressQuery } from './address-query.ts';
import type { FoundStreet } from './find-streets.ts';
import { leadingNumber } from './house-number.ts';
import { edits } from './likeness.ts';

export interface HouseOnStreet {
  /** Place of its street in the list asked for. */
  place: number;
  number_key: string;
  postal_code: string | null;
}

export interface RankedHouse<House extends HouseOnStreet = HouseOnStreet> {
  house: House;
  cost: number;
}

/** Of the numbers typed; equal houses keep the order of their streets. */
export function byNumber<House extends HouseOnStreet>(
  houses: readonly House[],
  streets: readonly FoundStreet[],
): RankedHouse<House>[] {
  return inOrder(
    houses.flatMap((house) => {
      const street = streets[house.place];
      if (!street) return [];
      return {
        house,
        cost: street.cost + numberCost(house.number_key, street.query.numbers) + postalCost(house.postal_code, street.query),
      };
    }),
  );
}

/** No number typed: of streets that fit alike two houses each come first. */
export function bySteps<House extends HouseOnStreet>(
  houses: readonly House[],
  streets: readonly FoundStreet[],
): RankedHouse<House>[] {
  const alike = (streets[1]?.cost ?? Number.POSITIVE_INFINITY) - (streets[0]?.cost ?? 0) < STEP;
  const seen = new Map<number, number>();
  const inNumberOrder = houses.toSorted((a, b) => compareNumbers(a.number_key, b.number_key));
  return inOrder(
    inNumberOrder.map((house) => {
      const before = seen.get(house.place) ?? 0;
      seen.set(house.place, before + 1);
      return { house, cost: (streets[house.place]?.cost ?? 0) + (alike ? STEP * Math.floor(before / 2) : 0) };
    }),
  );
}

export function inOrder<House extends HouseOnStreet>(ranked: readonly RankedHouse<House>[]): RankedHouse<House>[] {
  return ranked.toSorted(
    (a, b) =>
      Math.round((a.cost - b.cost) * 1000) ||
      a.house.place - b.house.place ||
      compareNumbers(a.house.number_key, b.house.number_key),
  );
}

/** In slips: 0 = the very number. */
function numberCost(key: string, numbers: readonly string[]): number {
  const [first] = numbers;
  if (!first) return 0;
  const exact = numbers.indexOf(key);
  if (exact >= 0) return Math.min(exact * LATER_NUMBER, 1);
  if (bare(key) === bare(first)) return 0.6;
  const apart = edits(key, first);
  if (leadingNumber(key) === leadingNumber(first)) return 1 + Math.min(apart * 0.1, 0.5);
  return key.startsWith(String(leadingNumber(first))) ? 2 : 2.5;
}

function postalCost(code: string | null, query: AddressQuery): number {
  return query.postalCode && code && query.postalCode !== code ? OTHER_CODE : 0;
}

function compareNumbers(a: string, b: string): number {
  return leadingNumber(a) - leadingNumber(b) || (a < b ? -1 : a > b ? 1 : 0);
}

/** «12с3» and «12/3» differ by the mark only. */
function bare(key: string): string {
  return key.replace(/[/с]/g, '-');
}
