// One record of a ГАР file → a staged row. Attribute names are the schema's.
import { type Mapped, type StagedRow, type XmlMapper, type XmlNode, type XmlPlace } from '@zhkh/imports';
import { isGuid } from '@zhkh/kernel/checks';
import { words } from '../../domain/address-search/normalise.ts';
import { numberKey } from './number-key.ts';
import { printName } from './print-name.ts';

type Attributes = Readonly<Record<string, string | undefined>>;
type Failure = { field: string; reason: string };
type Build = (a: Attributes) => StagedRow | Failure | null;

/** Postal index, ОКТМО, cadastral number, «Многоквартирный дом»; the rest of the parameters is not kept. */
const PARAMS = new Set(['5', '7', '8', '19']);

const builders: Readonly<Record<string, readonly [table: string, build: Build]>> = {
  object: ['stage_gar_object', object],
  house: ['stage_gar_house', house],
  adm: ['stage_gar_place', (a) => place('adm', a)],
  mun: ['stage_gar_place', (a) => place('mun', a)],
  param: ['stage_gar_param', param],
  registry: ['stage_gar_registry', registry],
  'type:level': ['stage_gar_type', (a) => type('level', a.LEVEL, a)],
  'type:object': ['stage_gar_type', (a) => type('object', a.ID, a)],
  'type:house': ['stage_gar_type', (a) => type('house', a.ID, a)],
  'type:addhouse': ['stage_gar_type', (a) => type('addhouse', a.ID, a)],
};

const NOTHING: Mapped = { stage: {} };

export const mapper = (): XmlMapper => mapRecord;

function mapRecord(record: XmlNode, at: XmlPlace): Mapped {
  const builder = builders[at.kind];
  if (!builder) return NOTHING;
  const row = builder[1](record.attributes);
  if (row === null) return NOTHING;
  if (isFailure(row)) return { failed: { field: row.field, reason: row.reason } };
  return { stage: { [builder[0]]: row } };
}

function isFailure(row: StagedRow | Failure): row is Failure {
  return row.reason !== undefined;
}

function object(a: Attributes): StagedRow | Failure {
  const wrong = checkIds(a, 'ID', 'OBJECTID') ?? checkGuid(a) ?? checkFlags(a, 'ISACTUAL', 'ISACTIVE') ?? checkDays(a, true);
  if (wrong) return wrong;
  if (!a.NAME) return { field: 'NAME', reason: 'value' };
  if (!/^\d{1,2}$/.test(a.LEVEL ?? '')) return { field: 'LEVEL', reason: 'value' };
  return {
    id: a.ID ?? null,
    object_id: a.OBJECTID ?? null,
    guid: a.OBJECTGUID ?? null,
    name: a.NAME,
    type_name: a.TYPENAME ?? '',
    print: printName(a.TYPENAME ?? '', a.NAME),
    name_norm: words(a.NAME),
    level: a.LEVEL ?? null,
    is_actual: a.ISACTUAL ?? null,
    is_active: a.ISACTIVE ?? null,
    end_date: a.ENDDATE ?? null,
    fact_date: a.UPDATEDATE ?? null,
  };
}

function house(a: Attributes): StagedRow | Failure {
  const wrong = checkIds(a, 'ID', 'OBJECTID') ?? checkGuid(a) ?? checkFlags(a, 'ISACTUAL', 'ISACTIVE') ?? checkDays(a, true);
  if (wrong) return wrong;
  return {
    id: a.ID ?? null,
    object_id: a.OBJECTID ?? null,
    guid: a.OBJECTGUID ?? null,
    number: a.HOUSENUM ?? null,
    house_type: a.HOUSETYPE ?? null,
    add_number1: a.ADDNUM1 ?? null,
    add_type1: a.ADDTYPE1 ?? null,
    add_number2: a.ADDNUM2 ?? null,
    add_type2: a.ADDTYPE2 ?? null,
    number_key: numberKey({ number: a.HOUSENUM, add1: a.ADDNUM1, type1: a.ADDTYPE1, add2: a.ADDNUM2, type2: a.ADDTYPE2 }),
    is_actual: a.ISACTUAL ?? null,
    is_active: a.ISACTIVE ?? null,
    end_date: a.ENDDATE ?? null,
    fact_date: a.UPDATEDATE ?? null,
  };
}

function place(tree: string, a: Attributes): StagedRow | Failure {
  const wrong = checkIds(a, 'ID', 'OBJECTID') ?? checkFlags(a, 'ISACTIVE') ?? checkDays(a, false);
  if (wrong) return wrong;
  if (!/^\d+(\.\d+)*$/.test(a.PATH ?? '')) return { field: 'PATH', reason: 'value' };
  if (a.PARENTOBJID && !isId(a.PARENTOBJID)) return { field: 'PARENTOBJID', reason: 'value' };
  return {
    tree,
    id: a.ID ?? null,
    object_id: a.OBJECTID ?? null,
    parent_id: a.PARENTOBJID || null,
    path: a.PATH ?? null,
    oktmo: a.OKTMO || null,
    is_active: a.ISACTIVE ?? null,
    fact_date: a.UPDATEDATE ?? null,
  };
}

function param(a: Attributes): StagedRow | Failure | null {
  if (!PARAMS.has(a.TYPEID ?? '')) return isId(a.TYPEID) ? null : { field: 'TYPEID', reason: 'value' };
  const wrong = checkIds(a, 'ID', 'OBJECTID') ?? checkDays(a, true);
  if (wrong) return wrong;
  if (a.VALUE === undefined) return { field: 'VALUE', reason: 'value' };
  return {
    id: a.ID ?? null,
    object_id: a.OBJECTID ?? null,
    type_id: a.TYPEID ?? null,
    value: a.VALUE,
    end_date: a.ENDDATE ?? null,
    fact_date: a.UPDATEDATE ?? null,
  };
}

function registry(a: Attributes): StagedRow | Failure {
  const wrong = checkIds(a, 'OBJECTID') ?? checkGuid(a) ?? checkFlags(a, 'ISACTIVE') ?? checkDays(a, false);
  if (wrong) return wrong;
  if (!/^\d{1,2}$/.test(a.LEVELID ?? '')) return { field: 'LEVELID', reason: 'value' };
  return {
    object_id: a.OBJECTID ?? null,
    guid: a.OBJECTGUID ?? null,
    level: a.LEVELID ?? null,
    is_active: a.ISACTIVE ?? null,
    fact_date: a.UPDATEDATE ?? null,
  };
}

function type(dictionary: string, code: string | undefined, a: Attributes): StagedRow | Failure {
  if (!code || !a.NAME) return { field: code ? 'NAME' : 'ID', reason: 'value' };
  const wrong = checkFlags(a, 'ISACTIVE') ?? checkDays(a, false);
  if (wrong) return wrong;
  return {
    dictionary,
    code,
    name: a.NAME,
    short_name: a.SHORTNAME ?? '',
    is_active: a.ISACTIVE ?? null,
    fact_date: a.UPDATEDATE ?? null,
  };
}

function checkIds(a: Attributes, ...names: string[]): Failure | null {
  for (const name of names) if (!isId(a[name])) return { field: name, reason: 'value' };
  return null;
}

function isId(text: string | undefined): boolean {
  return text !== undefined && ID.test(text);
}

const ID = /^\d{1,18}$/;

function checkGuid(a: Attributes): Failure | null {
  return isGuid(a.OBJECTGUID ?? '') ? null : { field: 'OBJECTGUID', reason: 'guid' };
}

function checkFlags(a: Attributes, ...names: string[]): Failure | null {
  for (const name of names) if (!FLAG.test(a[name] ?? '')) return { field: name, reason: 'value' };
  return null;
}

const FLAG = /^(0|1|true|false)$/;

function checkDays(a: Attributes, withEnd: boolean): Failure | null {
  if (!isDay(a.UPDATEDATE)) return { field: 'UPDATEDATE', reason: 'date' };
  return withEnd && !isDay(a.ENDDATE) ? { field: 'ENDDATE', reason: 'date' } : null;
}

/** The same few days come again and again. */
const known = new Map<string, boolean>();

function isDay(text: string | undefined): boolean {
  if (text === undefined) return false;
  let good = known.get(text);
  if (good === undefined) {
    const at = /^\d{4}-\d{2}-\d{2}$/.test(text) ? new Date(`${text}T00:00:00Z`) : null;
    good = at !== null && !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text);
    if (known.size > 20_000) known.clear();
    known.set(text, good);
  }
  return good;
}
