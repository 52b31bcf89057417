// States of an outage and what the clock makes of them: stored is only what people did.
import { conflict } from '@zhkh/kernel/errors';

export const kinds = ['planned', 'emergency'] as const;
export type Kind = (typeof kinds)[number];

/** OutageType of the schema: перерыв, ограничение, приостановление. */
export const types = ['PAUSE', 'LIMITATION', 'SUSPENSION'] as const;
export type Type = (typeof types)[number];

export type State = 'announced' | 'over' | 'cancelled';
export type Phase = 'planned' | 'running' | 'overdue' | 'over' | 'cancelled';
export type ChangeKind = 'announced' | 'moved' | 'finished' | 'cancelled' | 'closed';
export type Step = 'move' | 'finish' | 'cancel' | 'close';

export interface Times {
  state: State;
  starts_at: Date;
  ends_at: Date | null;
}

/** `overdue`: the promised end is past and nobody said it is over. */
export function phaseOf({ state, starts_at, ends_at }: Times, now: Date): Phase {
  if (state !== 'announced') return state;
  if (starts_at > now) return 'planned';
  return ends_at && ends_at <= now ? 'overdue' : 'running';
}

const table: Readonly<Record<Step, { from: readonly Phase[]; to: State }>> = {
  move: { from: ['planned', 'running', 'overdue'], to: 'announced' },
  finish: { from: ['running', 'overdue'], to: 'over' },
  cancel: { from: ['planned', 'running'], to: 'cancelled' },
  close: { from: ['overdue'], to: 'over' },
};

export function maySteps(phase: Phase): Step[] {
  return (Object.keys(table) as Step[]).filter((step) => step !== 'close' && table[step].from.includes(phase));
}

export function after(phase: Phase, step: Step): State {
  if (!table[step].from.includes(phase)) throw conflict('outages.too-late');
  return table[step].to;
}
