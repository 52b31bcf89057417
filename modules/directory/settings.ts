// What a region sets about its directory: the heating season, the exchange with ГИС ЖКХ, the map.
import { z } from 'zod';

const monthDay = z.string().regex(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/);

export const settings = z.strictObject({
  /** The municipality's act starts and ends the season; until it is entered the usual dates stand. */
  heating: z.enum(['by-dates', 'on', 'off']).default('by-dates'),
  heatingFrom: monthDay.default('09-15'),
  heatingTo: monthDay.default('05-15'),
  /** Loads from ГИС ЖКХ by its exchange every night (the connection itself is given by the installation). */
  exchangeOn: z.boolean().default(false),
  /** Houses asked about in one round; the exchange takes a request a house. */
  exchangeHousesPerRound: z.number().int().min(1).max(100_000).default(500),
});

/** How the form of settings is parted. */
export const settingGroups = {
  season: ['heating', 'heatingFrom', 'heatingTo'],
  exchange: ['exchangeOn', 'exchangeHousesPerRound'],
};

export type DirectorySettings = z.infer<typeof settings>;
