// Shapes of what pages and commands of the directory take in.
import { z } from 'zod';
import { municipalityPattern } from './open-data.ts';

const degrees = (limit: number) =>
  z
    .string()
    .trim()
    .transform((text) => text.replace(',', '.'))
    .pipe(z.string().regex(/^-?\d{1,3}(\.\d{1,8})?$/))
    .transform(Number)
    .refine((value) => Math.abs(value) <= limit);

export const lat = degrees(90);
export const lon = degrees(180);

export const houseParams = z.strictObject({ houseId: z.uuid() });
export const companyParams = z.strictObject({ companyId: z.uuid() });

/** Search by words or by position. */
export const searchQuery = z.strictObject({
  q: z.string().trim().max(120).optional(),
  lat: lat.optional(),
  lon: lon.optional(),
});

/** Letters while an address is typed. */
export const suggestQuery = z.strictObject({ q: z.string().trim().max(120).default('') });

export const myHouseQuery = searchQuery.extend({ house: z.uuid().optional() });
export const myHouseForm = z.strictObject({ houseId: z.uuid(), flat: z.string().trim().max(12).optional() });

export const pageQuery = z.strictObject({ page: z.coerce.number().int().min(1).max(10_000).default(1) });

/** ОКТМО of a district or a settlement in it. */
export const openDataQuery = z.strictObject({ municipality: z.string().regex(municipalityPattern).optional() });

const day = z.iso.date();
const district = z.string().regex(/^\d{5}$/);
export const changesQuery = z.strictObject({
  kind: z.enum(['', 'manager', 'house', 'company']).default(''),
  municipality: district.optional(),
  from: day.optional(),
  to: day.optional(),
  page: z.coerce.number().int().min(1).max(10_000).default(1),
});
export type ChangesQuery = z.infer<typeof changesQuery>;

const slug = z.string().regex(/^[a-z][a-z0-9-]{1,23}$/);
export const regionParams = z.strictObject({ slug });
export const failedParams = z.strictObject({ slug, importId: z.uuid() });
const connectorId = z.string().regex(/^[a-z0-9-]{2,40}$/);
export const importsQuery = z.strictObject({
  source: z.union([connectorId, z.literal('')]).optional(),
  state: z.enum(['', 'queued', 'running', 'staged', 'done', 'failed', 'stopped', 'expired']).optional(),
  page: z.coerce.number().int().min(1).max(10_000).default(1),
});
export const matchForm = z.strictObject({ houseId: z.uuid(), objectId: z.coerce.number().int().positive() });
export const orderExchangeForm = z.strictObject({ operation: z.string().max(40) });
export const importsForm = z.strictObject({ connector: connectorId });

/** Russia lies within; anything else is a slip of the keyboard. */
const badPoint = 'directory:errors.point';
export const pinForm = z.strictObject({
  lat: z.preprocess(degreesIn(41, 82), z.number(badPoint)),
  lon: z.preprocess(degreesIn(19, 190), z.number(badPoint)),
});

function degreesIn(low: number, high: number) {
  return (typed: unknown) => {
    const value =
      typeof typed === 'string' && /^\s*\d{1,3}([.,]\d{1,8})?\s*$/.test(typed) ? Number(typed.replace(',', '.')) : Number.NaN;
    return value >= low && value <= high ? value : undefined;
  };
}
