// A record that was understood as wrong: which field and why.
import type { Mapped } from '@zhkh/imports';

export class Refused extends Error {
  readonly field: string;
  readonly reason: string;

  constructor(field: string, reason: string) {
    super(reason);
    this.name = 'Refused';
    this.field = field;
    this.reason = reason;
  }
}

export function mapped(map: () => Mapped): Mapped {
  try {
    return map();
  } catch (error) {
    if (error instanceof Refused) return { failed: { field: error.field, reason: error.reason } };
    throw error;
  }
}
