// What a region sets about complaints: days off of its own and how long people may react.
import { z } from 'zod';

export const settings = z.strictObject({
  /** Regional days off beside the federal calendar (Радоница, Курбан-байрам …). */
  extraDaysOff: z.array(z.iso.date()).max(60).default([]),
  /** Days a resident has to confirm or refute before the complaint closes by itself. */
  reactDays: z.number().int().min(3).max(60).default(15),
  /** How many times one complaint may be refuted. */
  maxRefutations: z.number().int().min(0).max(10).default(3),
  /** Days after closing by itself when it may still be opened again. */
  reopenDays: z.number().int().min(0).max(90).default(30),
  /** A house changes its company: all open complaints go to the new one, those nobody took into work yet, or none. */
  onManagerChange: z.enum(['follow', 'follow-untaken', 'stay']).default('follow'),
  /** Categories and groups of them that are about the company itself and its own time: they never follow the house. */
  staysWithCompany: z
    .array(z.string().max(60))
    .max(50)
    .default(['charges', 'management.report', 'management.works', 'management.staff']),
  /** Share of answers in time the authority aims at, percent. */
  onTimeGoal: z.number().int().min(1).max(100).default(90),
});

/** How the form of settings is parted. */
export const settingGroups = {
  terms: ['reactDays', 'maxRefutations', 'reopenDays', 'onTimeGoal', 'extraDaysOff'],
  manager: ['onManagerChange', 'staysWithCompany'],
};

export type ComplaintsSettings = z.infer<typeof settings>;
