// Copies what an outage keeps of its houses, so that lists, letters and rights need no directory.
import type { HouseView } from '@zhkh/directory';

const STREETS = 3;
const NUMBERS = 6;

/** «ул. Садовая, 14, 16, 18; ул. Мира, 2 …»: streets once, not every house. */
export function placeText(houses: readonly Pick<HouseView, 'street' | 'city' | 'number'>[]): string {
  const streets = [...Map.groupBy(houses, (house) => house.street || house.city)];
  const shown = streets.slice(0, STREETS).map(([street, on]) => {
    const numbers = on.slice(0, NUMBERS).map((house) => house.number);
    return `${[street, ...numbers].join(', ')}${on.length > NUMBERS ? ' …' : ''}`;
  });
  return `${shown.join('; ')}${streets.length > STREETS ? ' …' : ''}`;
}

export interface HouseFact {
  house: HouseView;
  companyId: string | null;
}

export const shortAddress = (house: Pick<HouseView, 'street' | 'city' | 'number'>): string =>
  [house.street || house.city, house.number].filter(Boolean).join(', ');

export function houseRow(outageId: string, { house, companyId }: HouseFact) {
  return {
    outage_id: outageId,
    house_id: house.id,
    company_id: companyId,
    municipality: house.oktmo?.slice(0, 5) ?? null,
    oktmo: house.oktmo,
    address: shortAddress(house),
    flats: house.flats,
  };
}

/** One value when all houses share it. */
export function common<Value>(values: readonly Value[]): Value | null {
  return new Set(values).size === 1 ? (values[0] ?? null) : null;
}

/** Zone, territory, counts and a line of addresses for the outage itself. */
export function sumOf(houses: readonly HouseFact[], regionZone: string) {
  const views = houses.map((one) => one.house);
  return {
    time_zone: common(views.map((house) => house.timeZone)) ?? regionZone,
    municipality: common(views.map((house) => house.oktmo?.slice(0, 5) ?? null)),
    oktmo: common(views.map((house) => house.oktmo)),
    place: placeText(views),
    house_count: views.length,
    flat_count: views.reduce((sum, house) => sum + (house.flats ?? 0), 0),
    search_text: views
      .map((house) => house.address.toLowerCase().replaceAll('ё', 'е'))
      .join('\n')
      .slice(0, 20_000),
  };
}
