// How long a session lives: idle and absolute, shorter where more can be done with it.
const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

export interface SessionLife {
  idleMs: number;
  absoluteMs: number;
}

export const sessionLife = {
  resident: { idleMs: 30 * day, absoluteMs: 180 * day },
  staff: { idleMs: 4 * hour, absoluteMs: 12 * hour },
  partner: { idleMs: 12 * hour, absoluteMs: 7 * day },
  operator: { idleMs: 30 * minute, absoluteMs: 8 * hour },
  /** Between password and second factor. */
  unfinished: { idleMs: 15 * minute, absoluteMs: 15 * minute },
} as const satisfies Record<string, SessionLife>;

/** «Seen» is written at most twenty times per idle span: a page view stays a read. */
export function isDueForTouch(now: Date, seenAt: Date, life: SessionLife): boolean {
  return now.getTime() - seenAt.getTime() > life.idleMs / 20;
}

/** Browser and system in a few words, for the list of sessions; the full header is never kept. */
export function deviceOf(userAgent: string): string {
  const pick = (pairs: readonly (readonly [RegExp, string])[]) => pairs.find(([pattern]) => pattern.test(userAgent))?.[1];
  const browser = pick([
    [/YaBrowser/, 'Яндекс Браузер'],
    [/Edg/, 'Edge'],
    [/Firefox/, 'Firefox'],
    [/Chrome|CriOS/, 'Chrome'],
    [/Safari/, 'Safari'],
  ]);
  const system = pick([
    [/Android/, 'Android'],
    [/iPhone|iPad/, 'iOS'],
    [/Windows/, 'Windows'],
    [/Mac OS X/, 'macOS'],
    [/Linux/, 'Linux'],
  ]);
  return [browser, system].filter(Boolean).join(', ');
}
