// Decides what becomes of a complaint when its house changes company: it follows, stays, or is left alone.
import { inSet, type Status } from './status.ts';

export type FollowRule = 'follow' | 'follow-untaken' | 'stay';

export interface Follower {
  status: Status;
  category_code: string;
  addressee: 'company' | 'authority';
  company_name: string;
}

export interface FollowSettings {
  onManagerChange: FollowRule;
  /** Codes of categories, or of their groups. */
  staysWithCompany: readonly string[];
}

/** `stays` is worth a record: the complaint was the company's move and remains there. */
export type Fate = 'follows' | 'stays' | 'untouched';

export function fateOf(row: Follower, settings: FollowSettings): Fate {
  if (waitsForCompany(row)) return 'follows';
  if (!inSet(row.status, 'company')) return 'untouched';
  if (settings.onManagerChange === 'stay' || isAboutCompany(row.category_code, settings.staysWithCompany)) return 'stays';
  return settings.onManagerChange === 'follow' || isUntaken(row.status) ? 'follows' : 'stays';
}

/** Whether a refuted answer goes to the house's company of today and not back to the one that gave it. */
export function refutedFollows(category: string, settings: FollowSettings): boolean {
  return settings.onManagerChange !== 'stay' && !isAboutCompany(category, settings.staysWithCompany);
}

/** Nobody managed the house: the authority holds it only until somebody does. «Not ours» names a company and is the authority's to decide. */
function waitsForCompany(row: Follower): boolean {
  return inSet(row.status, 'handed') && row.addressee === 'authority' && row.company_name === '';
}

function isAboutCompany(category: string, staying: readonly string[]): boolean {
  return staying.some((code) => category === code || category.startsWith(`${code}.`));
}

const isUntaken = (status: Status): boolean => inSet(status, 'unread') || inSet(status, 'again');
