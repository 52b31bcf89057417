// Bounds of what a source may be: beyond them it is an attack or a mistake, not a register.

export interface Limits {
  /** Unpacked bytes to packed bytes of one entry. */
  ratio: number;
  entries: number;
  /** Unpacked bytes of all entries read. */
  bytes: number;
}

/** As a region sets them. */
export interface LimitSettings {
  archiveMaxRatio: number;
  archiveMaxFiles: number;
  archiveMaxGigabytes: number;
}

export function limitsOf(settings: LimitSettings): Limits {
  return { ratio: settings.archiveMaxRatio, entries: settings.archiveMaxFiles, bytes: settings.archiveMaxGigabytes * 1e9 };
}

export const XML_LIMITS = { depth: 64, attributes: 256, token: 1_000_000, record: 20_000, recordText: 4_000_000 } as const;
