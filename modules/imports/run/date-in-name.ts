// The day a source speaks of, as its file's name carries it.

/** «… на 25-01-2026_1.csv», «… от  2026-02-02.xlsx», «data-20260725-structure-….zip», «data-10092026-…», «VO_RUGFO_0000_9965_20260120_….xml» */
export function dateInName(name: string): string | null {
  const dayFirst = /(?<!\d)(\d{2})[-.](\d{2})[-.](20\d{2})(?!\d)/.exec(name);
  const yearFirst = /(?<!\d)(20\d{2})-(\d{2})-(\d{2})(?!\d)/.exec(name);
  const plain = /(?:\bdata-|_|-\d\d-)(20\d{2})(\d{2})(\d{2})(?=[-_.])/i.exec(name);
  const plainDayFirst = /(?:\bdata-|_)(\d{2})(\d{2})(20\d{2})(?=[-_.])/i.exec(name);
  const found = [joined(dayFirst, 3, 2, 1), joined(yearFirst, 1, 2, 3), joined(plain, 1, 2, 3), joined(plainDayFirst, 3, 2, 1)];
  return found.find((date) => date !== null && isDay(date)) ?? null;
}

function joined(match: RegExpExecArray | null, year: number, month: number, day: number): string | null {
  return match && `${match[year]}-${match[month]}-${match[day]}`;
}

function isDay(date: string): boolean {
  return !Number.isNaN(Date.parse(date)) && new Date(date).toISOString().startsWith(date);
}
