// Shows how far an import is: phases, bar, speed and time left; cancels it.
import { Link } from '@remix-run/react';
import { BarList, Button, Card, CardHead, Form, Notice, Trail, type TrailStep, useFormat } from '@zhkh/ui';
import type { ComponentProps } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportPage } from '../queries/import-page.server.ts';
import { useDuration } from './import-words.ts';

interface ImportProgressProps {
  run: ImportPage;
  /** Since when the worker is silent; null = it lives. */
  silence: string | null;
  state: ComponentProps<typeof Form>['state'];
}

export function ImportProgress({ run, silence, state }: ImportProgressProps) {
  const { t } = useTranslation('imports');
  const f = useFormat();
  const going = run.state === 'queued' || run.state === 'running';
  return (
    <Card>
      <CardHead title={t('runs.course')} aside={run.finishedAt ? f.shortDateTime(run.finishedAt) : undefined} />
      {run.state === 'queued' && silence && (
        <Notice tone="soon" title={t('runs.silent')}>
          {t('runs.silentHow', { since: f.shortDateTime(silence) })}
        </Notice>
      )}
      <Trail steps={useSteps(run)} label={t('runs.course')} />
      {run.state === 'running' && run.phase === 'reading' && <Reading run={run} />}
      {going && (
        <div className="actions">
          <Form state={state} intent="cancel">
            <Button kind="no" size="s" disabled={run.cancelling}>
              {t(run.cancelling ? 'runs.cancelling' : 'runs.cancel')}
            </Button>
          </Form>
          <noscript>
            <Link className="btn btn--s" to=".">
              {t('runs.refresh')}
            </Link>
          </noscript>
        </div>
      )}
    </Card>
  );
}

function Reading({ run }: { run: ImportPage }) {
  const { t } = useTranslation('imports');
  const f = useFormat();
  const duration = useDuration();
  const part = run.part ?? 0;
  const note = [
    run.rowsPerSecond > 0 && t('runs.rate', { count: run.rowsPerSecond, shown: f.number(run.rowsPerSecond) }),
    run.secondsLeft !== null && part > 0.01 && t('runs.left', { time: duration(run.secondsLeft) }),
  ].filter(Boolean);
  const label = t('runs.readRows', { count: run.rows, shown: f.number(run.rows) });
  return (
    <>
      <BarList bars={[{ key: 'read', label, value: part, shown: f.percent(part) }]} max={1} />
      <p className="small sub">{note.join(', ')}</p>
    </>
  );
}

/** Received → read → checked or applied → over; a cut one ends where it was cut. */
function useSteps(run: ImportPage): TrailStep[] {
  const { t } = useTranslation('imports');
  const f = useFormat();
  const received: TrailStep = {
    key: 'received',
    title: t(run.mode === 'apply' ? 'runs.steps.decided' : 'runs.steps.received'),
    time: f.shortDateTime(run.startedAt),
    at: run.startedAt,
  };
  if (run.state === 'queued') return [received, { key: 'waits', title: t('runs.steps.waits'), state: 'now' }];
  if (run.state === 'running')
    return [received, ...phasesOf(run).map((step) => ({ ...step, title: t(`runs.steps.${step.key}`) }))];
  const bad = run.state === 'failed' || run.state === 'stopped';
  const read = { key: 'reading', title: t('runs.steps.read', { count: run.rows, shown: f.number(run.rows) }) };
  const end: TrailStep = {
    key: 'end',
    title: t(`runs.ends.${run.reason === 'cancelled' ? 'cancelled' : run.state}`),
    state: bad ? 'fail' : run.state === 'staged' ? 'now' : 'done',
    ...(run.finishedAt && { time: f.shortDateTime(run.finishedAt), at: run.finishedAt }),
  };
  return run.rows > 0 ? [received, read, end] : [received, end];
}

function phasesOf(run: ImportPage): { key: string; state: 'done' | 'now' | 'next' }[] {
  const order = run.mode === 'apply' ? ['applying'] : ['reading', run.mode === 'check' ? 'checking' : 'applying'];
  const now = Math.max(0, order.indexOf(run.phase ?? order[0] ?? ''));
  return order.map((key, at) => ({ key, state: at < now ? 'done' : at === now ? 'now' : 'next' }));
}
