// What complaints show their neighbours: events (ids and small enums only) and the slot of the form.
import { defineEvent, defineSlot } from '@zhkh/kernel/module';
import { z } from 'zod';

const ids = { complaintId: z.uuid(), houseId: z.uuid().nullable(), companyId: z.uuid().nullable() };

export const complaintFiled = defineEvent(
  'complaints.filed@1',
  z.strictObject({ complaintId: z.uuid(), houseId: z.uuid().nullable(), categoryCode: z.string() }),
);

/** `inTime` is null where the law sets no term for the answer. */
export const complaintAnswered = defineEvent('complaints.answered@1', z.strictObject({ ...ids, inTime: z.boolean().nullable() }));

export const complaintConfirmed = defineEvent('complaints.confirmed@1', z.strictObject({ ...ids, authorId: z.uuid() }));

export const complaintRefuted = defineEvent('complaints.refuted@1', z.strictObject(ids));

/** One grade per complaint, 1–5, by its author. */
export const complaintRated = defineEvent(
  'complaints.rated@1',
  z.strictObject({ complaintId: z.uuid(), companyId: z.uuid().nullable(), grade: z.number().int().min(1).max(5) }),
);

/** What other modules know of the house before a complaint is filed; both are empty until they are chosen. */
export const complaintFormNotice = defineSlot<{ houseId: string; category: string }, object>('complaint-form.notice', {
  drawnBy: 'module',
});
