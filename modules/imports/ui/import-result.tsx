// What came of an import, or would come of it: counts in words, and the decision when it waits for one.
import { Button, Card, CardHead, Form, Notice, useFormat } from '@zhkh/ui';
import type { ComponentProps } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportPage } from '../queries/import-page.server.ts';
import { useCounts } from './import-words.ts';

type State = ComponentProps<typeof Form>['state'];

export function ImportResult({ run, state }: { run: ImportPage; state: State }) {
  const { t } = useTranslation('imports');
  const counts = useCounts()(run.counts);
  if (run.state === 'failed' || run.state === 'stopped' || run.state === 'expired') return <Cut run={run} state={state} />;
  return (
    <Card kind={run.state === 'staged' ? 'lamp' : 'plain'}>
      <CardHead title={t(run.state === 'staged' ? 'runs.wouldChange' : 'runs.didChange')} />
      {counts.length === 0 ? (
        <p>{t('runs.nothingNew')}</p>
      ) : (
        <ul className="stack stack--2">
          {counts.map((words) => (
            <li key={words}>{words}</li>
          ))}
        </ul>
      )}
      {run.state === 'staged' && <Decision run={run} state={state} />}
    </Card>
  );
}

function Decision({ run, state }: { run: ImportPage; state: State }) {
  const { t } = useTranslation('imports');
  const f = useFormat();
  return (
    <>
      <p className="small sub">{run.expiresAt && t('runs.waitsUntil', { until: f.shortDateTime(run.expiresAt) })}</p>
      <Form state={state} className="actions">
        <Button kind="main" name="intent" value="apply">
          {t('runs.apply')}
        </Button>
        <Button name="intent" value="cancel">
          {t('runs.drop')}
        </Button>
      </Form>
    </>
  );
}

function Cut({ run, state }: { run: ImportPage; state: State }) {
  const { t } = useTranslation('imports');
  const words = run.reason ? t(`runs.reasons.${run.reason}`, { defaultValue: t('runs.reasons.internal') }) : '';
  return (
    <Notice tone={run.reason === 'cancelled' ? 'info' : 'late'} title={t('runs.unchanged')}>
      {words}
      {run.detail && `: ${run.detail}`}
      {run.kept && (
        <Form state={state} intent="restart">
          <Button size="s">{t('runs.restart')}</Button>
        </Form>
      )}
    </Notice>
  );
}
