// The day a source speaks of, as its file's name carries it.

/** «… на 25-01-2026_1.csv», «… от  2026-02-02.xlsx» */
export function dateInName(name: string): string | null {
  const dayFirst = /(?<!\d)(\d{2})[-.](\d{2})[-.](20\d{2})(?!\d)/.exec(name);
  const found = dayFirst
    ? `${dayFirst[3]}-${dayFirst[2]}-${dayFirst[1]}`
    : (/(?<!\d)(20\d{2}-\d{2}-\d{2})(?!\d)/.exec(name)?.[1] ?? null);
  return found && !Number.isNaN(Date.parse(found)) && new Date(found).toISOString().startsWith(found) ? found : null;
}
