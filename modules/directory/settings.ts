// What a region sets about its directory: the heating season and how many bad rows stop an import.
import { z } from 'zod';

const monthDay = z.string().regex(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/);

export const settings = z.strictObject({
  /** The municipality's act starts and ends the season; until it is entered the usual dates stand. */
  heating: z.enum(['by-dates', 'on', 'off']).default('by-dates'),
  heatingFrom: monthDay.default('09-15'),
  heatingTo: monthDay.default('05-15'),
  /** An import with more failed rows than this share of all is not applied. */
  maxFailedPercent: z.number().int().min(0).max(100).default(5),
  /** Address of map tiles ({z}/{x}/{y}); empty = the map is drawn without a background. */
  tilesUrl: z.string().default(''),
});

export type DirectorySettings = z.infer<typeof settings>;
