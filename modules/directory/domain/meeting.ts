// What a decision of owners changed for the house, as people say it.

export type MeetingEffect = 'company' | 'way' | 'fund';

export interface Decided {
  question: string;
  /** Word of dictionary 63. */
  kind: string | null;
  /** Chosen way of management. */
  management: string | null;
  /** Chosen way of saving for capital repair. */
  fund: string | null;
  accepted: boolean | null;
}

const COMPANY = /(выбор|выбрать|выбрали|избра\S*|смен\S*)\s+(\S+\s+){0,2}управляющ(ей|ую|ая)\s+(организаци|компани)/i;

/** Only what was decided changes anything. */
export function effectOf(decision: Decided): MeetingEffect | null {
  if (decision.accepted !== true) return null;
  if (decision.management) return 'way';
  if (decision.fund) return 'fund';
  return [decision.kind, decision.question].some((text) => COMPANY.test(text ?? '')) ? 'company' : null;
}

/** Whole per cents of the votes cast that add up to a hundred; null when nobody's votes are told. */
export function shares(votes: readonly (number | null)[]): number[] | null {
  const cast = votes.map((count) => count ?? 0);
  const all = cast.reduce((sum, count) => sum + count, 0);
  if (all <= 0 || cast.some((count) => count < 0)) return null;
  const exact = cast.map((count) => (count * 100) / all);
  const whole = exact.map(Math.floor);
  const left = 100 - whole.reduce((sum, part) => sum + part, 0);
  const byRest = exact.map((part, at) => ({ at, rest: part % 1 })).toSorted((one, other) => other.rest - one.rest);
  for (const { at } of byRest.slice(0, left)) whole[at] = (whole[at] ?? 0) + 1;
  return whole;
}
