// What the forms of outages take.
import { z } from 'zod';
import { kinds, types } from './phase.ts';
import { OTHER_REASON, reasonCodes } from './reasons.ts';
import { serviceCodes } from './services.ts';

export const scopes = ['all', 'filter', 'chosen'] as const;
/** Boxes on one page; more houses are named by «all» or by words of the address. */
export const MAX_BOXES = 200;

const text = (max: number) => z.string().trim().max(max).default('');
const local = z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/, { error: 'outages:errors.moment' });

const shape = {
  idempotencyKey: z.uuid(),
  services: z.array(z.enum(serviceCodes)).min(1).max(7),
  type: z.enum(types),
  kind: z.enum(kinds),
  startsAt: local,
  endsAt: local.optional(),
  reason: z.enum(reasonCodes),
  reasonText: text(3000),
  info: text(5000),
  scope: z.enum(scopes),
  filter: text(200),
  houses: z.array(z.uuid()).max(MAX_BOXES).default([]),
};

export const announceForm = z.strictObject(shape).superRefine(wholes);
export type AnnounceForm = z.output<typeof announceForm>;

/** `revision` is the one the person looked at: two people do not correct past each other. */
const seen = { revision: z.coerce.number().int().min(1) };
export const moveForm = z.strictObject({ ...seen, endsAt: local, reason: z.string().trim().min(3).max(500) });
export const finishForm = z.strictObject({ ...seen, reason: text(500) });
export const cancelForm = z.strictObject({ ...seen, reason: z.string().trim().min(3).max(1000) });

export const outageParams = z.strictObject({ outageId: z.uuid() });

function wholes(form: z.output<z.ZodObject<typeof shape>>, check: z.RefinementCtx): void {
  const missing = (path: string, message: string) => check.addIssue({ code: 'custom', path: [path], message });
  if (form.kind === 'planned' && !form.endsAt) missing('endsAt', 'outages:errors.end-needed');
  if (form.endsAt && form.endsAt <= form.startsAt) missing('endsAt', 'outages:errors.end-before-start');
  if (form.reason === OTHER_REASON && !form.reasonText) missing('reasonText', 'outages:errors.reason-text');
  if (form.scope === 'filter' && !form.filter) missing('filter', 'outages:errors.filter');
  if (form.scope === 'chosen' && form.houses.length === 0) missing('houses', 'outages:errors.houses');
}

/** `dialog` opens the question before a step; `done` says what was just done. */
export const oneQuery = z.strictObject({
  dialog: z.enum(['finish', 'cancel']).optional(),
  done: z.enum(['announced', 'moved', 'finished', 'cancelled']).optional(),
});

export const followForms = {
  follow: z.strictObject({ houseId: z.uuid() }),
  unfollow: z.strictObject({ houseId: z.uuid() }),
  ways: z.strictObject({
    bySms: z.literal('on').optional(),
    byMail: z.literal('on').optional(),
    email: z.string().trim().max(254).default(''),
  }),
};

export const tokenParams = z.strictObject({ token: z.string().regex(/^[\w-]{20,64}$/) });
export const uploadParams = z.strictObject({ uploadId: z.uuid() });
