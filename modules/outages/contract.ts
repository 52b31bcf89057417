// What outages tell their neighbours: facts in the past tense, ids only.
import { defineEvent } from '@zhkh/kernel/module';
import { z } from 'zod';

const one = { outageId: z.uuid(), revision: z.number().int().min(1) };

export const outageAnnounced = defineEvent('outages.announced@1', z.strictObject(one));

/** Its end was moved. */
export const outageChanged = defineEvent('outages.changed@1', z.strictObject(one));

export const outageEnded = defineEvent('outages.ended@1', z.strictObject({ ...one, how: z.enum(['over', 'cancelled']) }));
