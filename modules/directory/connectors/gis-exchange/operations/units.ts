// Codes of units (ОКЕИ) as tariffs name them.
const units: Readonly<Record<string, string>> = {
  '055': 'м²',
  '113': 'м³',
  '114': 'тыс. м³',
  '166': 'кг',
  '168': 'т',
  '233': 'Гкал',
  '245': 'кВт·ч',
  '243': 'Вт·ч',
  '246': 'МВт·ч',
  '642': 'ед.',
  '792': 'чел.',
};

/** An unknown code is shown as it is rather than left out: a price without its unit says nothing. */
export function unitOf(code: string): string {
  return units[code] ?? (code && `ОКЕИ ${code}`);
}
