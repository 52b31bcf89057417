// One row of «Сведения по ОЖФ» → a house row (when the house or its company is new to the run) and a premises row.
import { createHash } from 'node:crypto';
import { newId } from '@zhkh/kernel/db/ids';
import { area, empty, isoDate, type RowMapper, type SourceRecord, type StagedRow } from '@zhkh/imports';
import { isGuid, isOgrn } from '@zhkh/kernel/checks';
import { companyKind, companySearchText, shortName } from '../../domain/company-name.ts';
import { type ParsedAddress, parseAddress } from '../../domain/address-search/parse-address.ts';
import { columns } from './columns.ts';

const MODES: readonly (readonly [RegExp, string])[] = [
  [/^УО$|управляющ/i, 'company'],
  [/^ТС[ЖН]$|товарищество/i, 'owners-association'],
  [/^Ж(С)?К$|кооператив/i, 'cooperative'],
  [/непосредственн/i, 'direct'],
  [/^не выбран|^$/i, 'none'],
];

class Refused extends Error {
  readonly field: string;
  readonly reason: string;

  constructor(field: string, reason: string) {
    super(reason);
    this.field = field;
    this.reason = reason;
  }
}

export function mapper(): RowMapper {
  let staged = '';
  let last: Identity | null = null;
  return (record, _line, _raw, same) => {
    try {
      // Rows of one house follow each other: its address is taken apart once.
      if (same && last) return { stage: { stage_premises: premisesRow(record, last.houseKey) ?? undefined } };
      const identity = last?.raw === record(columns.address) && last.guid === record(columns.houseGuid) ? last : identify(record);
      last = identity;
      const { houseKey, address } = identity;
      const signature = [
        houseKey,
        record(columns.ogrn),
        record(columns.mode),
        record(columns.companyName),
        record(columns.state),
        record(columns.totalArea),
      ].join('|');
      const premises = premisesRow(record, houseKey);
      const house = signature === staged ? null : houseRow(record, houseKey, address);
      staged = signature;
      return { stage: { ...(house && { stage_house: house }), ...(premises && { stage_premises: premises }) } };
    } catch (error) {
      if (error instanceof Refused) return { failed: { field: error.field, reason: error.reason } };
      throw error;
    }
  };
}

interface Identity {
  raw: string;
  guid: string;
  houseKey: string;
  address: ParsedAddress;
}

function identify(record: SourceRecord): Identity {
  const guid = record(columns.houseGuid).toLowerCase();
  if (guid && !isGuid(guid)) throw new Refused(columns.houseGuid, 'guid');
  const raw = record(columns.address);
  const address = parseAddress(raw);
  if (!address) throw new Refused(columns.address, 'address');
  return { raw, guid: record(columns.houseGuid), houseKey: guid || keyOf(address), address };
}

function keyOf(address: ParsedAddress): string {
  const text = `${address.cityNorm}|${address.streetNorm}|${address.numberKey}`;
  return `address:${createHash('sha256').update(text).digest('hex').slice(0, 32)}`;
}

function houseRow(record: SourceRecord, houseKey: string, address: ParsedAddress): StagedRow {
  return {
    house_id: newId(),
    street_id: newId(),
    source_key: houseKey,
    gis_guid: isGuid(houseKey) ? houseKey : null,
    fias_guids: `{${fiasGuids(record(columns.fiasGuid)).join(',')}}`,
    gis_code: empty(record(columns.gisCode)),
    oktmo: oktmo(record(columns.oktmo)),
    address_raw: record(columns.address),
    address: address.address,
    postal_code: address.postalCode,
    city: address.city,
    street: address.street,
    city_norm: address.cityNorm,
    street_norm: address.streetNorm,
    number: address.number,
    number_key: address.numberKey,
    search_text: address.searchText,
    kind: houseKind(record(columns.houseKind)),
    status: status(record),
    management_mode: MODES.find(([pattern]) => pattern.test(record(columns.mode)))?.[1] ?? 'other',
    total_area: checked(record, columns.totalArea, area),
    living_area: checked(record, columns.livingArea, area),
    demolished_on: checked(record, columns.demolishedOn, isoDate),
    ...companyPart(record),
  };
}

function companyPart(record: SourceRecord): StagedRow {
  const ogrn = empty(record(columns.ogrn));
  if (!ogrn) return {};
  if (!isOgrn(ogrn)) throw new Refused(columns.ogrn, 'ogrn');
  const name = closeQuote(empty(record(columns.companyName)));
  if (!name) throw new Refused(columns.companyName, 'company-name');
  const kind = companyKind(name, record(columns.mode));
  const short = shortName(name, kind);
  return {
    company_id: newId(),
    management_id: newId(),
    ogrn,
    kpp: empty(record(columns.kpp)),
    company_name: name,
    company_short_name: short,
    company_kind: kind,
    company_search: companySearchText(name, short),
  };
}

/** A name often loses its last quote on the way; the legal form ends with one. */
function closeQuote(name: string | null): string | null {
  return name?.includes('"') && !name.endsWith('"') ? `${name}"` : name;
}

function premisesRow(record: SourceRecord, houseKey: string): StagedRow | null {
  const kind = record(columns.premisesKind);
  const number = record(columns.premisesNumber);
  const room = record(columns.room);
  if (!kind && !number && !room) return null;
  const guids = { premises: guidOrNull(record(columns.premisesGuid)), room: guidOrNull(record(columns.roomGuid)) };
  return {
    premises_id: newId(),
    house_key: houseKey,
    // A GUID is the key by itself.
    source_key: (guids.room ?? guids.premises) ? null : `${number}|${room}`,
    kind: premisesKind(kind.toLowerCase()),
    number,
    room,
    cadastral: empty(record(columns.cadastral)),
    gis_guid: guids.premises,
    gis_room_guid: guids.room,
  };
}

function premisesKind(text: string): string {
  if (text.startsWith('жил')) return 'residential';
  return text.startsWith('нежил') ? 'non-residential' : 'other';
}

function fiasGuids(text: string): string[] {
  const guids = text
    .toLowerCase()
    .split(/[;,\s]+/)
    .filter(Boolean);
  if (!guids.every(isGuid)) throw new Refused(columns.fiasGuid, 'guid');
  return [...new Set(guids)].sort();
}

function guidOrNull(text: string): string | null {
  return isGuid(text) ? text.toLowerCase() : null;
}

function oktmo(text: string): string | null {
  if (!text) return null;
  if (!/^(\d{8}|\d{11})$/.test(text)) throw new Refused(columns.oktmo, 'oktmo');
  return text;
}

function houseKind(text: string): string {
  if (/многоквартирн/i.test(text)) return 'apartment';
  if (/блокирован/i.test(text)) return 'block';
  return /жил/i.test(text) ? 'detached' : 'other';
}

function status(record: SourceRecord): string {
  if (record(columns.demolishedOn)) return 'demolished';
  if (/аварийн/i.test(record(columns.state))) return 'emergency';
  return /исправн/i.test(record(columns.state)) ? 'in-use' : 'unknown';
}

function checked(record: SourceRecord, column: string, read: (text: string) => string | null | undefined): string | null {
  const value = read(record(column));
  if (value === undefined) throw new Refused(column, 'value');
  return value;
}
