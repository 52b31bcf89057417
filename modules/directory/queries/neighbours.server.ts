// Points for a small map: the house and those around it.
import type { Context } from '@zhkh/platform/module.server';
import type { HouseView } from '../contract.ts';
import { nearestHouses } from './nearest-houses.server.ts';

export interface MapHouse {
  id: string;
  lat: number;
  lon: number;
  label: string;
  here: boolean;
}

export async function mapAround(ctx: Context, house: HouseView, count = 8): Promise<MapHouse[]> {
  if (house.lat === null || house.lon === null) return [];
  const around = await nearestHouses(ctx, { lat: house.lat, lon: house.lon }, count);
  const own: MapHouse = { id: house.id, lat: house.lat, lon: house.lon, label: `${house.street}, ${house.number}`, here: true };
  const others = around
    .filter((hit) => hit.id !== house.id && (hit.distance ?? 0) < 1500)
    .map((hit) => ({ id: hit.id, lat: hit.lat ?? 0, lon: hit.lon ?? 0, label: `${hit.street}, ${hit.number}`, here: false }));
  return [own, ...others];
}
