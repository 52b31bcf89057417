// Settings of imports in a region: bounds of files, how long things are kept, hosts of sources.
import { z } from 'zod';

/** Bounds of the machine, its folders and hosts: not a region's to change. */
const INSTALLATION = { scope: 'installation' } as const;

export const settings = z.strictObject({
  /** An import with more failed rows than this share of all is not applied. */
  maxFailedPercent: z.number().int().min(0).max(100).default(5),
  /** A dry run waits this long for «apply». */
  dryRunHours: z.number().int().min(1).max(720).default(72),
  /** Bounds of archives: unpacked to packed bytes, files, unpacked bytes in all. */
  archiveMaxRatio: z.number().int().min(10).max(2000).meta(INSTALLATION).default(300),
  archiveMaxFiles: z.number().int().min(1).max(2_000_000).meta(INSTALLATION).default(300_000),
  archiveMaxGigabytes: z.number().int().min(1).max(2000).meta(INSTALLATION).default(200),
  /** Threads that read one import; never more than the machine has cores to spare. 0 = the importing process reads by itself. */
  importThreads: z.number().int().min(0).max(8).meta(INSTALLATION).default(2),
  /** Largest file an operator uploads. */
  uploadMaxMegabytes: z.number().int().min(1).max(4000).meta(INSTALLATION).default(2000),
  /** Days files of sources are kept, and refused rows of imports; counts stay for ever. */
  sourceFileDays: z.number().int().min(1).max(3650).default(30),
  failedRowDays: z.number().int().min(1).max(3650).default(180),
  /** Days after which a source is called stale; a source not named here keeps its own number or the general one. */
  staleDays: z.number().int().min(1).max(3650).default(45),
  staleDaysOf: z.record(z.string(), z.number().int().min(1).max(3650)).default({}),
  /** Hosts files of sources may be fetched from, with everything below them; commas between. */
  sourceHosts: z.string().meta(INSTALLATION).default('nalog.ru, nalog.gov.ru, dom.gosuslugi.ru, reformagkh.ru'),
  sourceMaxGigabytes: z.number().int().min(1).max(200).meta(INSTALLATION).default(60),
  /** Folder whose <region>/<source>/ files are loaded every night; empty = none. */
  inboxFolder: z.string().meta(INSTALLATION).default(''),
});

/** How the form of settings is parted. */
export const settingGroups = {
  checks: ['maxFailedPercent', 'dryRunHours'],
  keeping: ['sourceFileDays', 'failedRowDays', 'staleDays', 'staleDaysOf'],
};

export type ImportsSettings = z.infer<typeof settings>;
