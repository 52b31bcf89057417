// Shapes of what people send: one schema for the form and the command.
import { z } from 'zod';
import { ANSWER_MAX, BODY_MAX } from './limits.ts';

const hasLetters = (text: string) => /[\p{L}\p{N}]/u.test(text);

const body = z
  .string('complaints:errors.body-empty')
  .max(BODY_MAX, 'complaints:errors.body-long')
  .refine(hasLetters, 'complaints:errors.body-empty');

const words = z
  .string('complaints:errors.words-empty')
  .max(ANSWER_MAX, 'complaints:errors.answer-long')
  .refine(hasLetters, 'complaints:errors.words-empty');
const reason = z
  .string('complaints:errors.reason-empty')
  .max(2000, 'complaints:errors.body-long')
  .refine(hasLetters, 'complaints:errors.reason-empty');
const short = (max: number) => z.string().max(max).default('');

export const categoryCode = z.string('complaints:errors.category').regex(/^[a-z_]+(\.[a-z_]+)?$/, 'complaints:errors.category');

/** What a complaint is made of, wherever it comes from. */
export const complaintFields = {
  house: z.uuid('complaints:errors.house').optional(),
  typedAddress: z.string().max(300).optional(),
  category: categoryCode,
  body,
  place: short(120),
  flat: short(10),
  contactName: short(80),
};

export const fileForm = z.strictObject({ idempotencyKey: z.uuid(), ...complaintFields });
export type FileInput = z.output<typeof fileForm>;

/** The last step's form; `draft` says that a saved draft with this key holds photos. */
export const sendForm = fileForm.extend({ draft: z.literal('1').optional() });

export const openForm = z.strictObject({});
export const answerForm = z.strictObject({ body: words });
export const assignForm = z.strictObject({ performer: z.string('complaints:errors.words-empty').max(80) });
export const noteForm = z.strictObject({ body: words, internal: z.literal('yes').optional() });
export const refuteForm = z.strictObject({ reason });
export const redirectForm = z.strictObject({ reason });
export const withdrawForm = z.strictObject({});
export const takeForm = z.strictObject({ performer: short(80) });
export const grade = z.coerce
  .number('complaints:errors.grade')
  .int('complaints:errors.grade')
  .min(1, 'complaints:errors.grade')
  .max(5, 'complaints:errors.grade');
export const confirmForm = z.strictObject({ grade: grade.optional(), comment: short(1000) });
export const rateForm = z.strictObject({ grade, comment: short(1000) });
export const addressForm = z.strictObject({ house: z.uuid('complaints:errors.house') });
export const callForm = z.strictObject({ outcome: z.enum(['reached', 'no-answer'], 'complaints:errors.choose') });
