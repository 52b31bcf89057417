// Phones and names in the short form the cabinets show.
const NBSP = '\u00a0';

/** +79123456789 → «+7 912 345-67-89»; anything else comes back as it is. */
export function formatPhone(phone: string): string {
  const digits = phone.replace(/\D/g, '').replace(/^8(?=\d{10}$)/, '7');
  const match = /^7(\d{3})(\d{3})(\d{2})(\d{2})$/.exec(digits);
  if (!match) return phone;
  return `+7${NBSP}${match[1]}${NBSP}${match[2]}-${match[3]}-${match[4]}`;
}

/** `tel:` address of a phone: digits and a plus only; «8 …» becomes «+7 …». */
export function telHref(phone: string): string {
  const plain = phone.replace(/[^\d+]/g, '').replace(/^8(?=\d{10}$)/, '+7');
  return `tel:${/^7\d{10}$/.test(plain) ? `+${plain}` : plain}`;
}

/** «Кравцов Павел Игоревич» → «Павел Игоревич К.»: polite, without the surname in full. */
export function shortName(fullName: string): string {
  const [last = '', first, middle] = fullName.trim().split(/\s+/);
  if (!first) return last;
  return [first, middle, `${last.slice(0, 1)}.`].filter(Boolean).join(NBSP);
}

/** Initials for a square in place of a picture: «УК «Тура-Сервис»» → «ТС». */
export function initials(name: string): string {
  const quoted = /[«"](.+?)[»"]/.exec(name)?.[1] ?? name;
  const letters = quoted.split(/[\s-]+/).map((word) => word.slice(0, 1).toUpperCase());
  return letters.slice(0, 2).join('');
}
