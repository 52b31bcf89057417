// The state of an import as a pill: colour says whether somebody is needed.
import { StatusPill } from '@zhkh/ui';
import type { ComponentProps } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportRow } from '../queries/imports.server.ts';

const KINDS: Readonly<Record<ImportRow['state'], ComponentProps<typeof StatusPill>['kind']>> = {
  queued: 'waits',
  running: 'work',
  staged: 'answer',
  done: 'resolved',
  failed: 'late',
  stopped: 'late',
  expired: 'paused',
};

export function ImportState({ run }: { run: Pick<ImportRow, 'state' | 'phase' | 'reason'> }) {
  const { t } = useTranslation('imports');
  const cancelled = run.state === 'failed' && run.reason === 'cancelled';
  return (
    <StatusPill kind={cancelled ? 'paused' : KINDS[run.state]}>
      {cancelled ? t('runs.states.cancelled') : t(run.phase ? `imports.phases.${run.phase}` : `imports.states.${run.state}`)}
    </StatusPill>
  );
}
