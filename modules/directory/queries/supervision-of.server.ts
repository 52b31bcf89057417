// What supervision knows of a company: licences and their houses, reports, examinations, precepts, offences. Cancelled and annulled ones
// are kept and shown as such, and count nowhere.
import type { Context } from '@zhkh/kernel/module.server';
import {
  examinationsOf,
  type ExaminationView,
  offencesOf,
  type OffenceView,
  preceptsOf,
  type PreceptView,
} from './supervision/checks.server.ts';
import { countsOf, type SupervisionCounts } from './supervision/counts.server.ts';
import { type LicenceHouses, licenceHousesOf, licencesOf, type LicenceView } from './supervision/licences.server.ts';
import { reportsOf, type ReportsOfYear } from './supervision/reports.server.ts';

export interface Supervision {
  licences: LicenceView[];
  licenceHouses: LicenceHouses;
  reports: ReportsOfYear[];
  counts: SupervisionCounts;
  examinations: ExaminationView[];
  precepts: PreceptView[];
  offences: OffenceView[];
}

/** Null when no register says anything. */
export async function supervisionOf(ctx: Context, companyId: string): Promise<Supervision | null> {
  const [licences, licenceHouses, reports, counts, examinations, precepts, offences] = await Promise.all([
    licencesOf(ctx, companyId),
    licenceHousesOf(ctx, companyId),
    reportsOf(ctx, companyId),
    countsOf(ctx, companyId),
    examinationsOf(ctx, companyId),
    preceptsOf(ctx, companyId),
    offencesOf(ctx, companyId),
  ]);
  const all = [licences, reports, examinations, precepts, offences];
  if (all.every((list) => list.length === 0)) return null;
  return { licences, licenceHouses, reports, counts, examinations, precepts, offences };
}
