// Makes an invented ГАР archive of one region: dictionaries, objects, houses, both hierarchies, parameters.
import type { ZipPart } from './zip-writer.ts';

export interface GarStreet {
  city: number;
  type: string;
  name: string;
  houses: number;
}

export interface GarHouseSpec {
  guid: string;
  number: string;
  /** Корпус (1), строение (2)… */
  add?: { type: string; number: string };
  /** 1-based edition: a house of edition 2 replaces its record. */
  changed?: boolean;
}

export interface GarPlan {
  subjectCode: string;
  region: { type: string; name: string };
  cities: readonly { type: string; name: string; postal: string; oktmo: string }[];
  streets: readonly GarStreet[];
  house(street: number, index: number): GarHouseSpec;
  /** YYYYMMDD of the file names. */
  version: string;
  /** Only these houses: a delta. */
  only?: (street: number, index: number) => boolean;
}

const REGION_ID = 1_305_522;
const cityId = (city: number) => 10 + city;
const streetId = (street: number) => 100_000 + street;
const OPEN = '2079-06-06';
const PIECE = 500;

export function* garParts(plan: GarPlan): Generator<ZipPart> {
  const day = plan.version.replace(/^(\d{4})(\d{2})(\d{2})$/, '$1-$2-$3');
  const name = (type: string) => `AS_${type}_${plan.version}_${guidOf('f11e', type.length)}.XML`;
  const inside = (type: string) => `${plan.subjectCode}/${name(type)}`;
  const file = (path: string, root: string, records: Iterable<string>): ZipPart => ({
    name: path,
    text: document(root, records),
  });
  yield { name: 'version.txt', text: [day.replaceAll('-', '.')] };
  yield file(name('HOUSE_TYPES'), 'HOUSETYPES', dictionary('HOUSETYPE', HOUSE_TYPES));
  yield file(name('ADDHOUSE_TYPES'), 'HOUSETYPES', dictionary('HOUSETYPE', ADDHOUSE_TYPES));
  yield file(inside('HOUSES_PARAMS'), 'PARAMS', houseParams(plan, day));
  yield file(inside('ADM_HIERARCHY'), 'ITEMS', places(plan, day, 'adm'));
  yield file(inside('MUN_HIERARCHY'), 'ITEMS', places(plan, day, 'mun'));
  yield file(inside('HOUSES'), 'HOUSES', houses(plan, day));
  if (!plan.only) yield file(inside('ADDR_OBJ_PARAMS'), 'PARAMS', objectParams(plan, day));
  if (!plan.only) yield file(inside('ADDR_OBJ'), 'ADDRESSOBJECTS', objects(plan, day));
}

const HOUSE_TYPES = [
  ['2', 'Дом', 'д.'],
  ['5', 'Здание', 'зд.'],
  ['7', 'Строение', 'стр.'],
] as const;
const ADDHOUSE_TYPES = [
  ['1', 'Корпус', 'к.'],
  ['2', 'Строение', 'стр.'],
  ['3', 'Сооружение', 'соор.'],
  ['4', 'Литера', 'литера'],
] as const;

function* dictionary(element: string, rows: readonly (readonly [string, string, string])[]): Generator<string> {
  for (const [id, title, short] of rows)
    yield `<${element} ID="${id}" NAME="${title}" SHORTNAME="${short}" DESC="${title}" ISACTIVE="true" UPDATEDATE="1900-01-01" STARTDATE="1900-01-01" ENDDATE="${OPEN}" />`;
}

function* document(root: string, records: Iterable<string>): Generator<string> {
  let piece = `\uFEFF<?xml version="1.0" encoding="utf-8"?><${root}>`;
  let count = 0;
  for (const record of records) {
    piece += record;
    count += 1;
    if (count % PIECE === 0) {
      yield piece;
      piece = '';
    }
  }
  yield `${piece}</${root}>`;
}

function* objects(plan: GarPlan, day: string): Generator<string> {
  yield object(1, REGION_ID, plan.region.name, plan.region.type, 1, day);
  for (const [at, city] of plan.cities.entries())
    yield object(10 + at, cityId(at), city.name, city.type, city.type.startsWith('г') ? 5 : 6, day);
  for (const [at, street] of plan.streets.entries()) yield object(100_000 + at, streetId(at), street.name, street.type, 8, day);
}

function object(id: number, objectId: number, name: string, type: string, level: number, day: string): string {
  return `<OBJECT ID="${id}" OBJECTID="${objectId}" OBJECTGUID="${guidOf('0b1ec700', objectId)}" CHANGEID="${id}" NAME="${escape(name)}" TYPENAME="${escape(type)}" LEVEL="${level}" OPERTYPEID="10" PREVID="0" NEXTID="0" UPDATEDATE="${day}" STARTDATE="1900-01-01" ENDDATE="${OPEN}" ISACTUAL="1" ISACTIVE="1" />`;
}

interface At {
  street: number;
  index: number;
  id: number;
  spec: GarHouseSpec;
}

function* each(plan: GarPlan): Generator<At> {
  let id = 10_000_000;
  for (const [street, { houses: count }] of plan.streets.entries())
    for (let index = 0; index < count; index += 1) {
      id += 1;
      if (plan.only && !plan.only(street, index)) continue;
      yield { street, index, id, spec: plan.house(street, index) };
    }
}

function* houses(plan: GarPlan, day: string): Generator<string> {
  for (const { id, spec } of each(plan)) {
    const add = spec.add ? ` ADDNUM1="${escape(spec.add.number)}" ADDTYPE1="${spec.add.type}"` : '';
    yield `<HOUSE ID="${id}" OBJECTID="${id}" OBJECTGUID="${spec.guid}" CHANGEID="${id}" HOUSENUM="${escape(spec.number)}"${add} HOUSETYPE="2" OPERTYPEID="10" PREVID="0" NEXTID="0" UPDATEDATE="${spec.changed ? day : '2020-01-01'}" STARTDATE="2014-01-05" ENDDATE="${OPEN}" ISACTUAL="1" ISACTIVE="1" />`;
  }
}

function* places(plan: GarPlan, day: string, tree: 'adm' | 'mun'): Generator<string> {
  const codes = `REGIONCODE="${plan.subjectCode}" AREACODE="0" CITYCODE="1" PLACECODE="0" PLANCODE="0" STREETCODE="1"`;
  const item = (id: number, objectId: number, parent: number, path: string, oktmo: string, changed: boolean) =>
    `<ITEM ID="${id}" OBJECTID="${objectId}" PARENTOBJID="${parent}" CHANGEID="${id}" ${tree === 'adm' ? codes : oktmo && `OKTMO="${oktmo}"`} PREVID="0" NEXTID="0" UPDATEDATE="${changed ? day : '2020-01-01'}" STARTDATE="2020-01-01" ENDDATE="${OPEN}" ISACTIVE="1" PATH="${path}" />`;
  if (!plan.only) {
    yield item(1, REGION_ID, 0, `${REGION_ID}`, '', false);
    for (const [at, city] of plan.cities.entries())
      yield item(10 + at, cityId(at), REGION_ID, `${REGION_ID}.${cityId(at)}`, city.oktmo, false);
    for (const [at, street] of plan.streets.entries())
      yield item(
        100_000 + at,
        streetId(at),
        cityId(street.city),
        `${pathOf(plan, at)}`,
        plan.cities[street.city]?.oktmo ?? '',
        false,
      );
  }
  for (const { street, id } of each(plan))
    yield item(
      id,
      id,
      streetId(street),
      `${pathOf(plan, street)}.${id}`,
      plan.cities[plan.streets[street]?.city ?? 0]?.oktmo ?? '',
      false,
    );
}

function pathOf(plan: GarPlan, street: number): string {
  return `${REGION_ID}.${cityId(plan.streets[street]?.city ?? 0)}.${streetId(street)}`;
}

function param(id: number, objectId: number, type: number, value: string): string {
  return `<PARAM ID="${id}" OBJECTID="${objectId}" CHANGEID="${id}" CHANGEIDEND="0" TYPEID="${type}" VALUE="${escape(value)}" UPDATEDATE="2020-01-01" STARTDATE="2020-01-01" ENDDATE="${OPEN}" />`;
}

function* objectParams(plan: GarPlan, _day: string): Generator<string> {
  for (const [at, street] of plan.streets.entries()) {
    const city = plan.cities[street.city];
    yield param(1_000_000 + at, streetId(at), 5, city?.postal ?? '');
  }
}

function* houseParams(plan: GarPlan, _day: string): Generator<string> {
  for (const { id, street } of each(plan)) {
    const city = plan.cities[plan.streets[street]?.city ?? 0];
    yield param(id * 10 + 5, id, 5, city?.postal ?? '');
    yield param(id * 10 + 6, id, 6, '71401000000');
    yield param(id * 10 + 7, id, 7, city?.oktmo ?? '');
    if (id % 4 === 0) yield param(id * 10 + 9, id, 19, '1');
  }
}

export function guidOf(prefix: string, at: number): string {
  return `${prefix.padEnd(8, '0')}-0000-4000-8000-${at.toString(16).padStart(12, '0')}`;
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}

const NAMES = 'Лесная Садовая Речная Полевая Школьная Зелёная Новая Мира Труда Победы Гагарина Чкалова'.split(' ');

/** As many houses as asked for on invented streets; every hundredth one is another in the second edition. */
export function inventedGar(houseCount: number, options: { version: string; edition?: number; perStreet?: number }): GarPlan {
  const perStreet = options.perStreet ?? 40;
  const streets = Array.from(
    { length: Math.ceil(houseCount / perStreet) },
    (_, at): GarStreet => ({
      city: at % 20,
      type: 'ул',
      name: `${Math.floor(at / NAMES.length) + 1}-я ${NAMES[at % NAMES.length]}`,
      houses: Math.min(perStreet, houseCount - at * perStreet),
    }),
  );
  const edition = options.edition ?? 1;
  return {
    subjectCode: '72',
    region: { type: 'обл', name: 'Тюменская' },
    cities: Array.from({ length: 20 }, (_, at) => ({
      type: at % 5 === 0 ? 'г' : 'с',
      name: `Заречный ${at + 1}`,
      postal: `6250${10 + at}`,
      oktmo: `717010000${10 + at}`,
    })),
    streets,
    version: options.version,
    house(street, index) {
      const at = street * perStreet + index;
      const changed = edition > 1 && at % 100 === 0;
      return {
        guid: guidOf('a0bea000', at),
        number: `${index + 1}${changed ? 'а' : ''}`,
        ...(at % 7 === 0 && { add: { type: '1', number: '2' } }),
        changed,
      };
    },
  };
}
