// Shows a region being created: steps with times, refreshed by itself, by a link without JavaScript.
import { Link } from '@remix-run/react';
import { Button, Card, CardHead, Form } from '@zhkh/ui';
import { useTranslation } from 'react-i18next';
import { type StepView, StepsTrail } from './steps-trail.tsx';

interface CreationProps {
  name: string;
  steps: readonly StepView[];
  running: boolean;
  failed: boolean;
  mayChange: boolean;
}

export function CreationCard({ name, steps, running, failed, mayChange }: CreationProps) {
  const { t } = useTranslation('superadmin');
  const done = steps.filter((step) => step.state === 'done').length;
  const progress = running && !failed && (
    <span className="small sub" role="status">
      {t('region.steps-running', { done, total: steps.length })} · <Link to="">{t('region.refresh')}</Link>
    </span>
  );
  return (
    <Card>
      <CardHead title={`${t('region.steps')}: ${name}`} aside={progress} />
      <StepsTrail steps={steps} />
      {failed && mayChange && (
        <Form intent="resume">
          <Button kind="main">{t('region.resume')}</Button>
        </Form>
      )}
    </Card>
  );
}
