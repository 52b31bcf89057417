// Values as registers write them. `undefined` = not what the column promises, null = empty.

/** «нет», «-», «н/д» also mean empty. */
export function empty(text: string): string | null {
  return /^(нет|-+|–|н\/д|null)?$/i.test(text.trim()) ? null : text.trim();
}

/** Square metres: «9510.0000», «3256,7000», «12 345,6». */
export function area(text: string): string | null | undefined {
  const plain = empty(text)
    ?.replace(/[\s\u00a0]/g, '')
    .replace(',', '.');
  if (plain === undefined || plain === null) return null;
  if (!/^\d{1,8}(\.\d+)?$/.test(plain)) return undefined;
  return Number(plain).toFixed(2);
}

/** «2026-03-01», «01.03.2026», «01-03-2026»; impossible days are refused. */
export function isoDate(text: string): string | null | undefined {
  const plain = empty(text);
  if (plain === null) return null;
  const dayFirst = /^(\d{2})[.-](\d{2})[.-](\d{4})$/.exec(plain);
  const iso = dayFirst ? `${dayFirst[3]}-${dayFirst[2]}-${dayFirst[1]}` : plain.slice(0, 10);
  if (!/^(19|20)\d{2}-\d{2}-\d{2}$/.test(iso)) return undefined;
  const at = new Date(`${iso}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(iso) ? iso : undefined;
}

export function email(text: string): string | null | undefined {
  const first = empty(text)
    ?.split(/[;,\s]+/)[0]
    ?.toLowerCase();
  if (!first) return null;
  return /^[^\s@]+@[^\s@]+\.[^\s@.]{2,}$/.test(first) && first.length <= 254 ? first : undefined;
}

/** The first phone of the cell as people read it. */
export function phone(text: string): string | null {
  const first = empty(text)
    ?.split(/[;,]|\s{2,}/)[0]
    ?.trim();
  return first && (first.match(/\d/g)?.length ?? 0) >= 5 ? first.slice(0, 40) : null;
}
