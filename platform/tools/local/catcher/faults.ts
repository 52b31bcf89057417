// How the catcher misbehaves when a test or a curious person asks for it.
export const smtpFaults = ['ok', 'down', '451', '550', 'drop-after-data', 'slow'] as const;
export const smsFaults = ['ok', 'down', '500', 'garbage', 'slow'] as const;

export interface Faults {
  smtp: (typeof smtpFaults)[number];
  sms: (typeof smsFaults)[number];
}

export const noFaults = (): Faults => ({ smtp: 'ok', sms: 'ok' });

/** Returns what is wrong with the order, or null after applying it. */
export function applyFaults(faults: Faults, order: unknown): string | null {
  if (order === null || typeof order !== 'object') return 'expected an object';
  const { smtp, sms } = order as Partial<Record<keyof Faults, unknown>>;
  if (smtp !== undefined && !smtpFaults.includes(smtp as Faults['smtp'])) return `smtp must be one of ${smtpFaults.join(', ')}`;
  if (sms !== undefined && !smsFaults.includes(sms as Faults['sms'])) return `sms must be one of ${smsFaults.join(', ')}`;
  if (smtp !== undefined) faults.smtp = smtp as Faults['smtp'];
  if (sms !== undefined) faults.sms = sms as Faults['sms'];
  return null;
}

export const SLOW_MS = 30_000;
