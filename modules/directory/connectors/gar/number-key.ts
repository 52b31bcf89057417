// The comparable form of a ГАР house number: number, additions and their types by code.
import { houseKey } from '../../domain/address-search/house-number.ts';

/** Codes of AS_ADDHOUSE_TYPES; ten of AS_HOUSE_TYPES that stand before a number mean the same house in both registers. */
const ADDED: Readonly<Record<string, string>> = { '1': 'корп', '2': 'стр', '3': 'соор', '4': 'лит' };

export function numberKey(parts: { number?: string; add1?: string; type1?: string; add2?: string; type2?: string }): string {
  const plain = parts.number ?? '';
  if (!parts.add1 && !parts.add2) return SIMPLE.test(plain) ? plain : houseKey(plain);
  return houseKey([plain, added(parts.type1, parts.add1), added(parts.type2, parts.add2)].filter(Boolean).join(' '));
}

const SIMPLE = /^\d+$/;

function added(type: string | undefined, value: string | undefined): string {
  return value ? `${ADDED[type ?? ''] ?? ''} ${value}`.trim() : '';
}
