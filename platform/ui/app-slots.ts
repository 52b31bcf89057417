// Slots of the apps' own pages: home, front page, navigation, an operator's region.
// Words, numbers and links only.
import { defineSlot } from '@zhkh/kernel/module';

interface OfAccount {
  accountId: string;
}

/** A thing to do, as a button or a link of the page. */
export interface PageAction {
  label: string;
  to: string;
  /** A sentence of what will happen. */
  note?: string;
}

/** One number of the front page. */
export interface Figure {
  label: string;
  value: number;
  /** «%» */
  unit?: string;
  /** «за 30 дней» */
  note?: string;
  /** ISO date the number is of, where there is no note. */
  date?: string;
  to?: string;
}

/** Counters beside entries of a cabinet's navigation, by path. */
export type NavCounts = Readonly<Record<string, { count: number; late?: number }>>;

/** What stands first on a signed-in resident's home page. */
export const homePlate = defineSlot<OfAccount, object>('resident-home.plate', { drawnBy: 'module' });
/** The one thing to do on the home page, the amber button. */
export const homeAction = defineSlot<OfAccount, PageAction>('resident-home.action');
/** Telephone numbers. */
export const homeCalls = defineSlot<OfAccount, object>('resident-home.calls', { drawnBy: 'module' });
export const homeCard = defineSlot<OfAccount, object>('resident-home.card', { drawnBy: 'module' });
/** Small cards, two in a row. */
export const homeTile = defineSlot<OfAccount, object>('resident-home.tile', { drawnBy: 'module' });

export const frontNumbers = defineSlot<Record<string, never>, readonly Figure[]>('front-page.numbers');

export const navigationCounts = defineSlot<Record<string, never>, NavCounts>('navigation.counts');

/** What happened in the region in the last day and night. */
export const regionStat = defineSlot<Record<string, never>, { perDay: number }>('operator-region.stat');
