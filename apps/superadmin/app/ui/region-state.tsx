// A region's status: word, glyph and tint, in that order of importance.
import { type StatusKind, StatusPill } from '@zhkh/ui';
import { useTranslation } from 'react-i18next';
import type { RegionStatus } from '../domain/region-status.ts';

const LOOKS: Record<RegionStatus, StatusKind> = {
  working: 'resolved',
  provisioning: 'work',
  stopped: 'refuted',
  suspended: 'paused',
  archived: 'paused',
  unreachable: 'late',
  'schema-behind': 'late',
  'queue-grows': 'soon',
};

export function RegionState({ status, done, total }: { status: RegionStatus; done?: number; total?: number }) {
  const { t } = useTranslation('superadmin');
  const withSteps = status === 'provisioning' && total !== undefined;
  return (
    <StatusPill kind={LOOKS[status]}>
      {withSteps ? t('status.provisioning-step', { done: done ?? 0, total }) : t(`status.${status}`)}
    </StatusPill>
  );
}
