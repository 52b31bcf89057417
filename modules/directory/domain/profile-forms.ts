// What the pages of mapping profiles take in.
// A form of columns has fields `kind0`, `label0`, `unit0` and on, one trio a column.
import { z } from 'zod';
import { factKinds, keyKinds, type ProfileFact, type ProfileSample, profileTargets } from './profile.ts';

export const MAX_MAPPED = 60;

const text = (max: number) => z.string().trim().min(1).max(max);

export const newProfileForm = z.strictObject({
  title: text(120),
  origin: text(120),
  target: z.enum(profileTargets),
});

const trios = Object.fromEntries(
  Array.from({ length: MAX_MAPPED }, (_none, index) => [
    [`kind${index}`, z.enum(factKinds).optional()],
    [`label${index}`, z.string().trim().max(120).optional()],
    [`unit${index}`, z.string().trim().max(20).optional()],
  ]).flat(),
);

export const mappingForm = z.strictObject({
  keyColumn: text(200),
  keyKind: z.enum(keyKinds),
  ...(trios as Record<never, z.ZodType>),
});
export const tryForm = z.strictObject({});
export const applyForm = z.strictObject({ importId: z.uuid() });

export const profileParams = z.strictObject({ slug: z.string().regex(/^[a-z][a-z0-9-]{1,23}$/), profileId: z.uuid() });
export const profileQuery = z.strictObject({ done: z.uuid().optional(), saved: z.literal('1').optional() });

export const templateParams = z.strictObject({
  slug: z.string().regex(/^[a-z][a-z0-9-]{1,23}$/),
  templateId: z.string().regex(/^[a-z-]{2,30}$/),
  format: z.enum(['csv', 'xlsx']),
});

/** The columns a person chose, named by the column so that a new order of the file changes nothing. */
export function factsOf(form: Record<string, string | undefined>, sample: ProfileSample): ProfileFact[] {
  return sample.columns.flatMap((column, index) => {
    const kind = factKinds.find((one) => one === form[`kind${index}`]);
    if (!kind) return [];
    const name = `c-${mark(column.name.toLowerCase())}`;
    return [{ column: column.name, name, label: form[`label${index}`] || column.name, unit: form[`unit${index}`] || null, kind }];
  });
}

/** Ten letters and digits that stand for a text of any length (cyrb53): a column keeps its name wherever it moves in the table. */
function mark(of: string): string {
  let [high, low] = [0xdeadbeef, 0x41c6ce57];
  for (const letter of of) {
    const code = letter.codePointAt(0) ?? 0;
    high = Math.imul(high ^ code, 2654435761);
    low = Math.imul(low ^ code, 1597334677);
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  return (4294967296 * (2097151 & low) + (high >>> 0)).toString(36).padStart(11, '0').slice(-10);
}
