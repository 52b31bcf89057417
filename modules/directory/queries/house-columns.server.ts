// How a row of `house` becomes what leaves through the contract.
import type { HouseHit, HouseView } from '../contract.ts';
import type { HouseTable } from '../db.ts';

export const houseColumns = [
  'house.id',
  'house.address',
  'house.city',
  'house.street',
  'house.number',
  'house.oktmo',
  'house.time_zone',
  'house.lat',
  'house.lon',
  'house.flats',
  'house.status',
  'house.management_mode',
] as const;

type HouseRow = Pick<
  HouseTable,
  'id' | 'address' | 'city' | 'street' | 'number' | 'oktmo' | 'time_zone' | 'lat' | 'lon' | 'flats' | 'status' | 'management_mode'
>;

export function toHouseView(row: HouseRow): HouseView {
  const { time_zone, management_mode, ...rest } = row;
  return { ...rest, timeZone: time_zone, managementMode: management_mode };
}

export const hitColumns = [
  'house.id',
  'house.address',
  'house.city',
  'house.street',
  'house.number',
  'house.lat',
  'house.lon',
  'house.company_id',
  'company.short_name',
] as const;

export type HitRow = Pick<HouseTable, 'id' | 'address' | 'city' | 'street' | 'number' | 'lat' | 'lon' | 'company_id'> & {
  short_name: string | null;
};

export function toHit(row: HitRow, distance: number | null = null): HouseHit {
  return {
    id: row.id,
    address: row.address,
    city: row.city,
    street: row.street,
    number: row.number,
    lat: row.lat,
    lon: row.lon,
    distance,
    companyId: row.company_id,
    companyName: row.short_name,
  };
}
