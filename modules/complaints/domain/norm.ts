// A norm: the rule a deadline comes from, a versioned row of the region.
export type Unit = 'min' | 'h' | 'd' | 'working-day' | 'calendar-day' | 'immediately';
export type Counting = 'clock' | 'clock-window' | 'calendar' | 'working';
export type Sure = 'verified' | 'secondary' | 'recalled';

export interface Norm {
  id: string;
  code: string;
  rule: string;
  ruleEn: string;
  /** Act, item: one line. */
  act: string;
  amount: number;
  unit: Unit;
  counting: Counting;
  /** Hours of the day when work is allowed; only for `clock-window`. */
  windowFrom: number | null;
  windowTo: number | null;
  /** What stops the clock: the answer, or already the first reaction (emergency service). */
  stopsAt: 'answer' | 'reaction';
  sure: Sure;
}

export type Season = 'winter' | 'summer';

/** Codes written as «cold variant|warm variant» or the reverse: which one holds now. Everything else is returned as is. */
export function variantFor(codes: string | null, season: Season): string | null {
  if (!codes) return null;
  const cold = /(-winter|-cold)$/;
  const variants = codes.split('|');
  return variants.find((code) => cold.test(code) === (season === 'winter')) ?? variants[0] ?? null;
}

/** A norm nobody has compared with the current edition of the act: shown as preliminary. */
export function isPreliminary(norm: Pick<Norm, 'sure'>): boolean {
  return norm.sure === 'recalled';
}
