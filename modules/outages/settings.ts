// Settings of outages: reminders, closing of forgotten ones, quiet hours, how far ahead residents see.
import { z } from 'zod';

export const settings = z.strictObject({
  /** Days ahead a planned outage stands on the card of a house. */
  daysAhead: z.number().int().min(1).max(60).default(14),
  /** Minutes past the promised end after which its author is reminded. */
  remindAfterMinutes: z.number().int().min(5).max(1440).default(15),
  /** Hours past the promised end after which an outage nobody closed counts as over. */
  closeAfterHours: z.number().int().min(1).max(240).default(24),
  /** Messages on planned outages wait from this hour … */
  quietFrom: z.number().int().min(0).max(23).default(22),
  /** … until this one, in the zone of the house. */
  quietTo: z.number().int().min(0).max(23).default(7),
  /** Houses one resident may follow. */
  maxHouses: z.number().int().min(1).max(50).default(5),
  /** Working days between the notice and a planned outage. */
  noticeDays: z.number().int().min(0).max(60).default(10),
});

/** How the form of settings is parted. */
export const settingGroups = {
  planned: ['daysAhead', 'noticeDays'],
  end: ['remindAfterMinutes', 'closeAfterHours'],
  residents: ['quietFrom', 'quietTo', 'maxHouses'],
};

export type OutagesSettings = z.infer<typeof settings>;
