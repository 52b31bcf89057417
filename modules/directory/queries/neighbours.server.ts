// Points for a small map: the house and those around it.
import type { Context } from '@zhkh/kernel/module.server';
import type { HouseView } from '../contract.ts';
import { leadingNumber } from '../domain/address-search/house-number.ts';
import { nearestHouses } from './address-search/nearest-houses.server.ts';

export interface MapHouse {
  id: string;
  lat: number;
  lon: number;
  label: string;
  /** Leading digits of the house's number. */
  number: number;
  metres: number;
  here: boolean;
}

export async function mapAround(ctx: Context, house: HouseView, count = 7): Promise<MapHouse[]> {
  if (house.lat === null || house.lon === null) return [];
  const around = await nearestHouses(ctx, { lat: house.lat, lon: house.lon }, count);
  const own: MapHouse = {
    id: house.id,
    lat: house.lat,
    lon: house.lon,
    label: placeOf(house),
    number: leadingNumber(house.number),
    metres: 0,
    here: true,
  };
  const others = around
    .filter((hit) => hit.id !== house.id && (hit.distance ?? 0) < 1500)
    .map((hit) => ({
      id: hit.id,
      lat: hit.lat ?? 0,
      lon: hit.lon ?? 0,
      label: placeOf(hit),
      number: leadingNumber(hit.number),
      metres: hit.distance ?? 0,
      here: false,
    }));
  return [own, ...others];
}

function placeOf(house: { street: string; number: string }): string {
  return [house.street, house.number].filter(Boolean).join(', ');
}
