// What a partner can do now, in order; what waits for the region says so.
import { Link } from '@remix-run/react';
import { Card, CardHead, Trail } from '@zhkh/ui';
import { useTranslation } from 'react-i18next';

export function NextSteps({ hasProfile, hasRegions }: { hasProfile: boolean; hasRegions: boolean }) {
  const { t } = useTranslation('partner');
  const steps = [
    { key: 'profile', done: hasProfile, to: '/profile' },
    { key: 'regions', done: hasRegions, to: '/regions' },
    { key: 'offer', done: false, to: null },
  ];
  const current = steps.find((step) => !step.done && step.to)?.key;
  return (
    <Card>
      <CardHead title={t('home.steps')} />
      <Trail
        label={t('home.steps')}
        steps={steps.map((step) => ({
          key: step.key,
          title: !step.done && step.to ? <Link to={step.to}>{t(`home.step-${step.key}`)}</Link> : t(`home.step-${step.key}`),
          state: step.done ? 'done' : step.key === current ? 'now' : 'next',
        }))}
      />
    </Card>
  );
}
