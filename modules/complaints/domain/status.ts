// States of a complaint and the only ways between them, as data. Nothing else in the module names a state.
import { conflict } from '@zhkh/kernel/errors';

export const statuses = [
  'queued',
  'sent',
  'delivered',
  'in_work',
  'answered',
  'refuted',
  'redirected',
  'confirmed',
  'expired',
  'withdrawn',
] as const;
export type Status = (typeof statuses)[number];

export const steps = [
  'address',
  'deliver',
  'take',
  'answer',
  'confirm',
  'refute',
  'reopen',
  'expire',
  'withdraw',
  'redirect',
  'follow',
  'lose',
  'rate',
  'note',
  'assign',
] as const;
export type Step = (typeof steps)[number];

export type Party = 'resident' | 'company' | 'authority' | 'system';

interface Transition {
  step: Step;
  from: readonly Status[];
  to: Status | 'same';
  by: readonly Party[];
}

/** Where a complaint starts: at its addressee, or in the queue of the authority. */
export const startAt = { company: 'sent', unknownHouse: 'queued', unmanagedHouse: 'redirected' } as const satisfies Record<
  string,
  Status
>;

export const transitions: readonly Transition[] = [
  { step: 'address', from: ['queued', 'redirected'], to: 'sent', by: ['authority'] },
  { step: 'deliver', from: ['sent'], to: 'delivered', by: ['system', 'company'] },
  { step: 'take', from: ['sent', 'delivered', 'refuted'], to: 'in_work', by: ['company'] },
  { step: 'take', from: ['redirected'], to: 'redirected', by: ['authority'] },
  { step: 'assign', from: ['sent', 'delivered', 'refuted', 'in_work'], to: 'in_work', by: ['company'] },
  { step: 'answer', from: ['sent', 'delivered', 'in_work', 'refuted'], to: 'answered', by: ['company'] },
  { step: 'answer', from: ['queued', 'redirected'], to: 'answered', by: ['authority'] },
  { step: 'redirect', from: ['sent', 'delivered', 'in_work', 'refuted'], to: 'redirected', by: ['company'] },
  /** The house changed its company: the complaint goes to the new one, or to the authority when there is none. */
  { step: 'follow', from: ['sent', 'delivered', 'in_work', 'refuted', 'redirected'], to: 'sent', by: ['system'] },
  { step: 'lose', from: ['sent', 'delivered', 'in_work', 'refuted'], to: 'redirected', by: ['system'] },
  { step: 'confirm', from: ['answered'], to: 'confirmed', by: ['resident'] },
  { step: 'refute', from: ['answered', 'expired'], to: 'refuted', by: ['resident'] },
  /** Refuted where the authority itself had answered: back into its queue. */
  { step: 'reopen', from: ['answered', 'expired'], to: 'redirected', by: ['resident'] },
  { step: 'expire', from: ['answered'], to: 'expired', by: ['system'] },
  {
    step: 'withdraw',
    from: ['queued', 'sent', 'delivered', 'in_work', 'refuted', 'redirected'],
    to: 'withdrawn',
    by: ['resident'],
  },
  { step: 'rate', from: ['answered', 'confirmed', 'expired', 'refuted'], to: 'same', by: ['resident'] },
  {
    step: 'note',
    from: ['queued', 'sent', 'delivered', 'in_work', 'refuted', 'redirected'],
    to: 'same',
    by: ['resident', 'company', 'authority'],
  },
];

export const sets = {
  /** Somebody has to act. */
  open: ['queued', 'sent', 'delivered', 'in_work', 'answered', 'refuted', 'redirected'],
  /** The company's move: its clocks run. */
  company: ['sent', 'delivered', 'in_work', 'refuted'],
  unread: ['sent', 'delivered'],
  /** The resident's move: confirm or refute. */
  resident: ['answered'],
  /** The authority's move. */
  authority: ['queued', 'redirected'],
  closed: ['confirmed', 'expired', 'withdrawn'],
  solved: ['confirmed', 'expired'],
  /** The house is not found yet. */
  seeking: ['queued'],
  /** Handed to the authority, or nobody manages the house. */
  handed: ['redirected'],
  underway: ['in_work'],
  /** Opened again by the resident, nobody has taken it yet. */
  again: ['refuted'],
  reopenable: ['expired'],
} as const satisfies Record<string, readonly Status[]>;

export function inSet(status: Status, set: keyof typeof sets): boolean {
  return (sets[set] as readonly Status[]).includes(status);
}

export function allowed(status: Status, step: Step, by: Party): Transition | undefined {
  return transitions.find((t) => t.step === step && t.from.includes(status) && t.by.includes(by));
}

/** The state after a step; throws `conflict` when the step does not start here. */
export function after(status: Status, step: Step, by: Party): Status {
  const transition = allowed(status, step, by);
  if (!transition) throw conflict('complaints.wrong-state');
  return transition.to === 'same' ? status : transition.to;
}

/** Every state a step of this party may start from: for conditional updates. */
export function sources(step: Step, by: Party): readonly Status[] {
  return [...new Set(transitions.filter((t) => t.step === step && t.by.includes(by)).flatMap((t) => t.from))];
}
