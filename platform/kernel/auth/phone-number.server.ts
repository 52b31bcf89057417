// A mobile number of Russia in one form: +79XXXXXXXXX.
// Everything else is refused with words, before any code costs money.
import { parsePhoneNumberFromString } from 'libphonenumber-js/max';

const digitSets = [0x0660, 0x06f0, 0xff10];

/** Arabic, Persian and full-width digits become ASCII; marks that only steer text direction vanish. */
export function plainDigits(text: string): string {
  return [...text.normalize('NFKC')]
    .map((char) => {
      const code = char.codePointAt(0) ?? 0;
      const zero = digitSets.find((start) => code >= start && code <= start + 9);
      return zero === undefined ? char : String(code - zero);
    })
    .join('')
    .replace(/[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g, '');
}

/** E.164 or null. Accepts 8…, +7…, 9… with spaces, brackets and dashes. */
export function normalisePhone(typed: string): string | null {
  if (typed.length > 64) return null;
  const text = plainDigits(typed).trim();
  if (!/^\+?[\d\s().\-–—]+$/.test(text)) return null;
  const digits = text.replace(/\D/g, '');
  const national = digits.length === 11 && /^[78]/.test(digits) ? digits.slice(1) : digits;
  if (national.length !== 10 || (text.startsWith('+') && !digits.startsWith('7'))) return null;
  const parsed = parsePhoneNumberFromString(`+7${national}`);
  return parsed?.country === 'RU' && parsed.isValid() && parsed.getType() === 'MOBILE' ? parsed.number : null;
}

/** «+7 912 •••-••-89»: enough to see one's own mistake, too little for a stranger at the screen. */
export function maskPhone(phone: string): string {
  return `+7\u00a0${phone.slice(2, 5)}\u00a0•••-••-${phone.slice(-2)}`;
}

/** «+7 912 345-67-89» */
export function formatPhone(phone: string): string {
  return `+7\u00a0${phone.slice(2, 5)}\u00a0${phone.slice(5, 8)}-${phone.slice(8, 10)}-${phone.slice(10)}`;
}
