// Where an outage stands: word, glyph, tint.
import { StatusPill } from '@zhkh/ui';
import type { Phase } from '../../domain/phase.ts';
import { useOutageWords } from '../use-words.ts';

const LOOKS = { planned: 'sent', running: 'work', overdue: 'late', over: 'resolved', cancelled: 'refuted' } as const;

export function PhasePill({ phase }: { phase: Phase }) {
  const t = useOutageWords();
  return <StatusPill kind={LOOKS[phase]}>{t(`phases.${phase}`)}</StatusPill>;
}
