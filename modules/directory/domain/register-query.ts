// What the authority's registers can be asked: filters, sorting, columns.
// One schema for the page, the export and a saved view.
import { z } from 'zod';

export type RegisterName = 'houses' | 'companies';

const day = z.iso.date();
const page = z.coerce.number().int().min(1).max(10_000).default(1);
const whole = z.coerce.number().int().min(0).max(1_000_000_000);
const year = z.coerce.number().int().min(1700).max(2100);
const district = z.union([z.string().regex(/^\d{5}$/), z.literal('')]);
const columns = z
  .array(z.string().regex(/^[a-z_]{2,20}$/))
  .max(30)
  .optional();

/** Which saved view is on; `all` = none, even when one is the default. */
const view = z.union([z.uuid(), z.literal('all')]).optional();
const removed = z.uuid().optional();

export const houseSorts = ['address', 'company', 'area', 'flats', 'year', 'floors'] as const;
export type RegisterSort = (typeof houseSorts)[number];
export const houseStates = ['in-use', 'emergency', 'demolished', 'unknown', 'no-pin', 'changing'] as const;
export const managementModes = ['company', 'owners-association', 'cooperative', 'direct', 'none', 'other'] as const;

export const registerQuery = z.strictObject({
  q: z.string().trim().max(120).optional(),
  company: z.union([z.uuid(), z.literal('none'), z.literal('')]).optional(),
  city: z.string().trim().max(120).optional(),
  municipality: district.optional(),
  state: z.union([z.enum(houseStates), z.literal('')]).optional(),
  mode: z.union([z.enum(managementModes), z.literal('')]).optional(),
  yearFrom: year.optional(),
  yearTo: year.optional(),
  areaFrom: whole.optional(),
  areaTo: whole.optional(),
  floorsFrom: whole.optional(),
  floorsTo: whole.optional(),
  /** Open work other modules know of: complaints. */
  open: z.enum(['', 'yes']).optional(),
  match: z.enum(['', 'doubtful', 'none']).optional(),
  /** How the house saves for capital repair, as its register says it. */
  way: z.string().trim().max(160).optional(),
  movedFrom: day.optional(),
  movedTo: day.optional(),
  sort: z.enum(houseSorts).default('address'),
  dir: z.enum(['asc', 'desc']).default('asc'),
  page,
  cols: columns,
  view,
  removed,
});
export type RegisterQuery = z.infer<typeof registerQuery>;

export const companySorts = ['name', 'houses', 'area', 'income', 'staff', 'offences', 'precepts'] as const;
export type CompanySort = (typeof companySorts)[number];
export const companyKinds = ['managing-company', 'owners-association', 'housing-cooperative', 'other'] as const;

export const companyRegisterQuery = z.strictObject({
  q: z.string().trim().max(120).optional(),
  municipality: district.optional(),
  kind: z.union([z.enum(companyKinds), z.literal('')]).optional(),
  licence: z.enum(['', 'active', 'inactive', 'none']).optional(),
  status: z.enum(['', 'active', 'trouble', 'unknown']).optional(),
  sme: z.enum(['', 'micro', 'small', 'medium', 'none']).optional(),
  housesFrom: whole.optional(),
  housesTo: whole.optional(),
  /** Roubles of the last known year. */
  incomeFrom: whole.optional(),
  incomeTo: whole.optional(),
  staffFrom: whole.optional(),
  staffTo: whole.optional(),
  offences: z.enum(['', 'yes', 'no']).optional(),
  precepts: z.enum(['', 'open', 'overdue', 'none']).optional(),
  sort: z.enum(companySorts).default('houses'),
  dir: z.enum(['asc', 'desc']).default('desc'),
  page,
  cols: columns,
  view,
  removed,
});
export type CompanyRegisterQuery = z.infer<typeof companyRegisterQuery>;

const NOT_OF_A_VIEW = new Set(['page', 'view', 'removed']);

/** The choice as a query string that means the same tomorrow: without the page, without what stands by itself. */
export function queryText(schema: z.ZodType, query: Record<string, unknown>): string {
  const usual = schema.parse({}) as Record<string, unknown>;
  const text = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (NOT_OF_A_VIEW.has(name) || value === undefined || value === '' || value === usual[name]) continue;
    for (const one of Array.isArray(value) ? value : [value]) text.append(name, String(one));
  }
  return text.toString();
}

/** Whether a query string a browser sent back is one of this register. */
export function isQueryOf(schema: z.ZodType, text: string): boolean {
  const fields: Record<string, string | string[]> = {};
  for (const [name, value] of new URLSearchParams(text)) {
    if (name === 'cols') fields.cols = [...(fields.cols ?? []), value];
    else if (Object.hasOwn(fields, name)) return false;
    else fields[name] = value;
  }
  return schema.safeParse(fields).success;
}
