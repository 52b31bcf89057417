// Reads one row of an outage report: a typed row, or the field that is wrong.
import { momentOf } from './local-moment.ts';
import type { Kind, Type } from './phase.ts';
import { OTHER_REASON, reasonCodes } from './reasons.ts';
import { serviceCodes } from './services.ts';

export type Cells = (column: string) => string;

export interface ReadRow {
  line: number;
  /** OutageReportGUID, or empty. */
  key: string;
  kind: Kind;
  type: Type;
  services: string[];
  /** ISO moments. */
  startsAt: string;
  endsAt: string | null;
  reasonCode: string;
  reasonText: string;
  info: string;
  cancelled: boolean;
  cancelReason: string;
  ogrn: string;
  guids: string[];
  addresses: string[];
}

export interface RefusedRow {
  line: number;
  field: string;
  /** End of an i18n key: `outages:refused.<reason>`. */
  reason: string;
  raw: string;
}

export const requiredColumns = ['OutageKind', 'ServiceCode', 'StartDate'];

class Refused extends Error {
  readonly field: string;
  readonly reason: string;

  constructor(field: string, reason: string) {
    super(`${field}: ${reason}`);
    this.field = field;
    this.reason = reason;
  }
}

export function readReportRow(cells: Cells, line: number, zone: string): ReadRow | Pick<RefusedRow, 'field' | 'reason'> {
  try {
    return rowOf(cells, line, zone);
  } catch (error) {
    if (error instanceof Refused) return { field: error.field, reason: error.reason };
    throw error;
  }
}

export const isRefused = (row: ReadRow | Pick<RefusedRow, 'field' | 'reason'>): row is Pick<RefusedRow, 'field' | 'reason'> =>
  'reason' in row;

function rowOf(cells: Cells, line: number, zone: string): ReadRow {
  const text = (column: string, max: number) => cells(column).trim().slice(0, max);
  const kind = oneOf(cells, 'OutageKind', kinds);
  const startsAt = moment(cells, 'StartDate', zone);
  const endsAt = cells('EndDate').trim() ? moment(cells, 'EndDate', zone) : null;
  if (!startsAt) throw new Refused('StartDate', 'required');
  if (endsAt && endsAt <= startsAt) throw new Refused('EndDate', 'end-before-start');
  if (!endsAt && kind === 'planned') throw new Refused('EndDate', 'required');
  const cancelled = /^(cancelled|аннулировано|отменено)$/i.test(text('Status', 40));
  return {
    line,
    key: text('OutageReportGUID', 100),
    kind,
    type: cells('OutageType').trim() ? oneOf(cells, 'OutageType', types) : 'PAUSE',
    services: servicesOf(cells('ServiceCode')),
    startsAt: startsAt.toISOString(),
    endsAt: endsAt?.toISOString() ?? null,
    ...reasonOf(text('OutageReason', 300), text('OutageReasonText', 3000)),
    info: text('AdditionalInfo', 5000),
    cancelled,
    cancelReason: cancelled ? text('CancelledReason', 1000) : '',
    ogrn: text('OGRN', 15),
    ...placesOf(cells),
  };
}

const kinds: Readonly<Record<string, Kind>> = {
  '1': 'planned',
  плановый: 'planned',
  planned: 'planned',
  '2': 'emergency',
  внеплановый: 'emergency',
  аварийный: 'emergency',
  авария: 'emergency',
  emergency: 'emergency',
};

const types: Readonly<Record<string, Type>> = {
  pause: 'PAUSE',
  перерыв: 'PAUSE',
  limitation: 'LIMITATION',
  ограничение: 'LIMITATION',
  suspension: 'SUSPENSION',
  приостановление: 'SUSPENSION',
};

function oneOf<Value>(cells: Cells, column: string, words: Readonly<Record<string, Value>>): Value {
  const text = cells(column).trim().toLowerCase();
  if (!text) throw new Refused(column, 'required');
  const found = Object.hasOwn(words, text) ? words[text] : undefined;
  if (!found) throw new Refused(column, 'unknown');
  return found;
}

function moment(cells: Cells, column: string, zone: string): Date | null {
  const text = cells(column).trim();
  if (!text) return null;
  const at = momentOf(text, zone);
  if (!at) throw new Refused(column, 'moment');
  return at;
}

const serviceWords: readonly [RegExp, string][] = [
  [/^(хвс|холодн)/, '1'],
  [/^(гвс|горяч)/, '2'],
  [/^(водоотвед|канализ|сток)/, '3'],
  [/^(электр|свет)/, '4'],
  [/^газ/, '5'],
  [/^(отопл|тепл)/, '6'],
  [/^(тко|отход|мусор)/, '7'],
];

function servicesOf(cell: string): string[] {
  const words = cell
    .toLowerCase()
    .split(/[\s,;/]+/)
    .filter((word) => word && !/^(вода|водоснабжение|и)$/.test(word));
  if (words.length === 0) throw new Refused('ServiceCode', 'required');
  const codes = words.map(
    (word) => serviceCodes.find((code) => code === word) ?? serviceWords.find(([start]) => start.test(word))?.[1],
  );
  if (codes.some((code) => code === undefined)) throw new Refused('ServiceCode', 'unknown');
  return [...new Set(codes as string[])].sort();
}

/** A code of ours or of the schema; other words are the reason in the company's own words. */
function reasonOf(reason: string, text: string): { reasonCode: string; reasonText: string } {
  if (reasonCodes.includes(reason) && reason !== OTHER_REASON) return { reasonCode: reason, reasonText: text };
  const words = text || (/^\d+$/.test(reason) ? '' : reason);
  if (!words) throw new Refused('OutageReasonText', 'required');
  return { reasonCode: OTHER_REASON, reasonText: words };
}

const GUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

function placesOf(cells: Cells): Pick<ReadRow, 'guids' | 'addresses'> {
  const guids = cells('FiasHouseGUID')
    .split(/[\s,;]+/)
    .filter(Boolean);
  if (guids.some((guid) => !GUID.test(guid))) throw new Refused('FiasHouseGUID', 'guid');
  const addresses = cells('HouseAddress')
    .split('|')
    .map((one) => one.trim())
    .filter(Boolean);
  if (guids.length + addresses.length === 0) throw new Refused('FiasHouseGUID', 'required');
  return { guids: guids.map((guid) => guid.toLowerCase()), addresses: guids.length > 0 ? [] : addresses };
}
