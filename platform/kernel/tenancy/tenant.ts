// What the platform knows of a region: data, never code.
import type { TenantBrand, TenantState } from '../db/tables/control.server.ts';

export type { TenantBrand, TenantState };

export interface Tenant {
  id: string;
  slug: string;
  /** «Тюменская область» */
  name: string;
  nameEn: string;
  /** Number of the federal subject, two digits: «72». */
  subjectCode: string;
  state: TenantState;
  /** Schema and login role inside the database that serves the region. */
  schema: string;
  role: string;
  /** Olson zone of the region's capital; a house may have its own. */
  timeZone: string;
  brand: TenantBrand;
  /** Exact hosts with port that answer for the region; the first is canonical and goes into letters. */
  hosts: readonly string[];
  plan: string;
}
