// What an operator says of a schedule: which source, from where, when.
import { z } from 'zod';

export const SCHEDULE_KINDS = ['passport', 'url', 'inbox'] as const;

/** Ready times; another pattern of five words may be typed. */
export const SCHEDULE_TIMES = ['30 2 * * *', '15 * * * *', '30 2 * * 1', '30 2 5 * *'] as const;

const cron = z
  .string()
  .trim()
  .regex(/^[\d*/,\-A-Za-z#?]+( +[\d*/,\-A-Za-z#?]+){4}$/, 'imports:errors.cron');

export const scheduleForm = z
  .strictObject({
    connector: z.string().regex(/^[a-z0-9-]{2,40}$/),
    kind: z.enum(SCHEDULE_KINDS),
    address: z.string().trim().max(2000).optional(),
    time: z.enum([...SCHEDULE_TIMES, 'own']),
    ownCron: z.string().trim().max(60).optional(),
    mode: z.enum(['load', 'check']),
  })
  .transform(({ time, ownCron, ...rest }) => ({ ...rest, cron: time === 'own' ? (ownCron ?? '') : time }))
  .superRefine((form, context) => {
    if (!cron.safeParse(form.cron).success)
      context.addIssue({ code: 'custom', path: ['ownCron'], message: 'imports:errors.cron' });
    if (form.kind !== 'inbox' && !form.address)
      context.addIssue({ code: 'custom', path: ['address'], message: 'platform:fields.required' });
  });

export type ScheduleForm = z.output<typeof scheduleForm>;

export const scheduleOf = z.strictObject({ scheduleId: z.uuid() });
