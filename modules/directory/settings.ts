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
  /** A dry run waits this long for «apply». */
  dryRunHours: z.number().int().min(1).max(720).default(72),
  /** Bounds of archives: unpacked to packed bytes, files, unpacked bytes in all. */
  archiveMaxRatio: z.number().int().min(10).max(2000).default(300),
  archiveMaxFiles: z.number().int().min(1).max(2_000_000).default(300_000),
  archiveMaxGigabytes: z.number().int().min(1).max(2000).default(200),
  /** Threads that read one import; never more than the machine has cores to spare. 0 = the importing process reads by itself. */
  importThreads: z.number().int().min(0).max(8).default(2),
  /** Largest file an operator uploads. */
  uploadMaxMegabytes: z.number().int().min(1).max(4000).default(2000),
  /** Days files of sources are kept, and refused rows of imports; counts stay for ever. */
  sourceFileDays: z.number().int().min(1).max(3650).default(30),
  failedRowDays: z.number().int().min(1).max(3650).default(180),
  /** Days after which a source is called stale; a connector not named here keeps the general number. */
  staleDays: z.number().int().min(1).max(3650).default(45),
  staleDaysOf: z.record(z.string(), z.number().int().min(1).max(3650)).default({ revexp: 400, sshr: 400 }),
  /** Hosts files of sources may be fetched from, with everything below them; commas between. */
  sourceHosts: z.string().default('nalog.ru, nalog.gov.ru, dom.gosuslugi.ru, reformagkh.ru'),
  sourceMaxGigabytes: z.number().int().min(1).max(200).default(60),
  /** Folder whose <region>/<source>/ files are loaded every night; empty = none. */
  inboxFolder: z.string().default(''),
  /** Loads from ГИС ЖКХ by its exchange every night (the connection itself is given by the installation). */
  exchangeOn: z.boolean().default(false),
  /** Houses asked about in one round; the exchange takes a request a house. */
  exchangeHousesPerRound: z.number().int().min(1).max(100_000).default(500),
  /** Address of map tiles ({z}/{x}/{y}); empty = the map is drawn without a background. */
  tilesUrl: z.string().default(''),
});

/** How the form of settings is parted. */
export const settingGroups = {
  season: ['heating', 'heatingFrom', 'heatingTo'],
  map: ['tilesUrl'],
  exchange: ['exchangeOn', 'exchangeHousesPerRound'],
  checks: ['maxFailedPercent', 'dryRunHours'],
  sizes: [
    'uploadMaxMegabytes',
    'sourceMaxGigabytes',
    'archiveMaxRatio',
    'archiveMaxFiles',
    'archiveMaxGigabytes',
    'importThreads',
  ],
  keeping: ['sourceFileDays', 'failedRowDays', 'staleDays', 'staleDaysOf'],
  sources: ['sourceHosts', 'inboxFolder'],
};

export type DirectorySettings = z.infer<typeof settings>;
