// Which pill of the look a state wears, for whom. Overdue outshines everything that is the company's move.
import { inSet, type Status } from '../domain/status.ts';
import type { PillView, Viewer } from './shapes.ts';

export interface PillFacts {
  status: Status;
  opened: boolean;
  late: boolean;
}

const words: Record<Status, PillView> = {
  queued: { kind: 'sent', text: 'queued' },
  sent: { kind: 'sent' },
  delivered: { kind: 'delivered' },
  in_work: { kind: 'work' },
  answered: { kind: 'waits' },
  refuted: { kind: 'refuted' },
  redirected: { kind: 'sent', text: 'redirected' },
  confirmed: { kind: 'resolved' },
  expired: { kind: 'resolved', text: 'expired' },
  withdrawn: { kind: 'sent', text: 'withdrawn' },
};

/** `text`, when given, is a key under `complaints:pill`. */
export function pillOf(facts: PillFacts, viewer: Viewer): PillView {
  if (facts.late && inSet(facts.status, 'company')) return { kind: 'late' };
  if (viewer === 'resident') return facts.status === 'answered' ? { kind: 'answer' } : words[facts.status];
  if (inSet(facts.status, 'unread') && !facts.opened) return { kind: 'new' };
  return words[facts.status];
}
