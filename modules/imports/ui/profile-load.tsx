// A file through the profile: first a dry run with its counts, then the same rows applied.
import { Button, Card, Form, Notice, useFormat } from '@zhkh/ui';
import type { ComponentProps } from 'react';
import { useTranslation } from 'react-i18next';
import type { runOfProfile } from '../queries/profiles.server.ts';
import { FilePick } from './file-pick.tsx';

type Run = NonNullable<Awaited<ReturnType<typeof runOfProfile>>>;
type State = ComponentProps<typeof Form>['state'];

export function ProfileLoad({ run, ready, state, slug }: { run: Run | null; ready: boolean; state: State; slug: string }) {
  const { t } = useTranslation('imports');
  if (!ready) return <Notice tone="info">{t('profiles.mapFirst')}</Notice>;
  return (
    <Card>
      <h2>{t('profiles.load')}</h2>
      {run && <RunNotice run={run} slug={slug} />}
      {run?.state === 'staged' && (
        <Form state={state} intent="apply">
          <input type="hidden" name="importId" value={run.id} />
          <Button kind="main">{t('profiles.apply')}</Button>
        </Form>
      )}
      <Form state={state} intent="try" encType="multipart/form-data">
        <FilePick accept=".csv,.txt,.tsv,.xlsx" />
        <div className="actions">
          <Button kind={run?.state === 'staged' ? 'plain' : 'main'}>{t('profiles.try')}</Button>
        </div>
      </Form>
    </Card>
  );
}

function RunNotice({ run, slug }: { run: Run; slug: string }) {
  const { t } = useTranslation('imports');
  const f = useFormat();
  const bad = run.failed + (run.state === 'staged' ? run.refused : 0);
  const good = run.state === 'done' || run.state === 'staged';
  return (
    <Notice tone={good ? 'ok' : 'late'} live title={t(`profiles.states.${good ? run.state : 'failed'}`)}>
      {t('profiles.counts', { rows: f.number(run.rows), added: f.number(run.added), changed: f.number(run.changed) })}{' '}
      {bad > 0 && (
        <a href={`/regions/${slug}/imports/${run.id}/failed.csv`} download>
          {t('profiles.bad', { count: bad })}
        </a>
      )}
    </Notice>
  );
}
