// What the pages of mapping profiles take in.
// A form of columns has fields `kind0`, `label0`, `unit0` and on, one trio a column.
import { z } from 'zod';
import { factKinds, namedFact, type ProfileFact, type ProfileSample } from './profile.ts';

export const MAX_MAPPED = 60;

const code = z.string().regex(/^[a-z][a-z-]{0,39}$/);
const text = (max: number) => z.string().trim().min(1).max(max);

export const newProfileForm = z.strictObject({
  title: text(120),
  origin: text(120),
  target: code,
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
  keyKind: code,
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

/** The columns a person chose. */
export function factsOf(form: Record<string, string | undefined>, sample: ProfileSample): ProfileFact[] {
  return sample.columns.flatMap((column, index) => {
    const kind = factKinds.find((one) => one === form[`kind${index}`]);
    if (!kind) return [];
    return [
      namedFact({ column: column.name, label: form[`label${index}`] || column.name, unit: form[`unit${index}`] || null, kind }),
    ];
  });
}
