// Browser-safe door of checks: digits of ИНН (приказ ФНС № ЕД-7-14/559@), ОГРН and ОГРНИП, the form of a GUID.

const INN10 = [2, 4, 10, 3, 5, 9, 4, 6, 8];
const INN11 = [7, 2, 4, 10, 3, 5, 9, 4, 6, 8];
const INN12 = [3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8];

function weighted(digits: string, weights: readonly number[]): number {
  const sum = weights.reduce((total, weight, index) => total + weight * Number(digits[index]), 0);
  return (sum % 11) % 10;
}

/** ИНН of a firm (10 digits) or a person (12). All zeros have right digits and are nobody's. */
export function isInn(text: string): boolean {
  if (/^0+$/.test(text)) return false;
  if (/^\d{10}$/.test(text)) return weighted(text, INN10) === Number(text[9]);
  if (/^\d{12}$/.test(text)) return weighted(text, INN11) === Number(text[10]) && weighted(text, INN12) === Number(text[11]);
  return false;
}

/** ОГРН of a firm (13 digits) or ОГРНИП of an entrepreneur (15). */
export function isOgrn(text: string): boolean {
  if (/^\d{13}$/.test(text)) return ogrnDigit(text.slice(0, 12), 11n) === Number(text[12]);
  if (/^\d{15}$/.test(text)) return ogrnDigit(text.slice(0, 14), 13n) === Number(text[14]);
  return false;
}

function ogrnDigit(body: string, modulus: bigint): number {
  return Number((BigInt(body) % modulus) % 10n);
}

/** Adds the check digit to the first nine digits of a firm's ИНН. */
export function completeInn(body: string): string {
  return body + weighted(body, INN10);
}

/** Adds the check digit to the first twelve digits of a firm's ОГРН. */
export function completeOgrn(body: string): string {
  return body + ogrnDigit(body, 11n);
}

export function isGuid(text: string): boolean {
  return /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i.test(text);
}
