// The day a source speaks of, as its file's name carries it.

/** «… на 25-01-2026_1.csv», «… от  2026-02-02.xlsx», «data-20260725-structure-20180110.zip», «VO_RUGFO_0000_9965_20260120_….xml» */
export function dateInName(name: string): string | null {
  const dayFirst = /(?<!\d)(\d{2})[-.](\d{2})[-.](20\d{2})(?!\d)/.exec(name);
  const found = dayFirst ? `${dayFirst[3]}-${dayFirst[2]}-${dayFirst[1]}` : yearFirst(name);
  return found && !Number.isNaN(Date.parse(found)) && new Date(found).toISOString().startsWith(found) ? found : null;
}

function yearFirst(name: string): string | null {
  const dashed = /(?<!\d)(20\d{2}-\d{2}-\d{2})(?!\d)/.exec(name);
  if (dashed?.[1]) return dashed[1];
  const plain = /(?:^data-|_)(20\d{2})(\d{2})(\d{2})(?=[-_.])/i.exec(name);
  return plain ? `${plain[1]}-${plain[2]}-${plain[3]}` : null;
}
