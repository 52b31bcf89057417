// Steps of bringing up a region, each with its time; a broken step stays visible, the retry follows it.
import { Trail, type TrailStep } from '@zhkh/ui';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';

export interface StepView {
  step: string;
  state: 'waiting' | 'running' | 'done' | 'failed';
  /** «0,4 с»; empty until the step ended. */
  took: string;
  /** «14:02:11» */
  startedAt: string;
  startedIso: string;
  error: string | null;
  tries: number;
}

const LOOK = { done: 'done', failed: 'fail', running: 'now', waiting: 'next' } as const;

export function StepsTrail({ steps }: { steps: readonly StepView[] }) {
  const { t } = useTranslation('superadmin');
  return <Trail label={t('region.steps')} steps={steps.map((step) => toTrail(step, t))} />;
}

function toTrail(step: StepView, t: TFunction<'superadmin'>): TrailStep {
  const notes = [
    step.state === 'running' ? t('steps.running') : step.took,
    step.tries > 1 && t('steps.tries', { count: step.tries }),
    step.error,
  ];
  return {
    key: step.step,
    title: t(`steps.${step.step}`, { defaultValue: step.step }),
    note: notes.filter(Boolean).join(' · ') || undefined,
    time: step.startedAt || undefined,
    at: step.startedIso || undefined,
    state: LOOK[step.state],
  };
}
