// One outage in a cabinet: where it stands, what can be done, whom it touches, its history.
import { Button, ButtonLink, Card, CardHead, DefinitionList, Dialog, Form, Notice, PageHead, TextField, Trail } from '@zhkh/ui';
import type { OutageOne } from '../../queries/outage-one.server.ts';
import { OutageLine } from '../outage-line.tsx';
import '../outages.css';
import { useOutageWords } from '../use-words.ts';
import { PhasePill } from './phase-pill.tsx';

interface Props {
  base: string;
  outage: OutageOne;
  query: { dialog?: 'finish' | 'cancel' | undefined; done?: string | undefined };
  state: unknown;
}

export function OutagePage({ base, outage, query, state }: Props) {
  const t = useOutageWords();
  const here = `${base}/${outage.item.id}`;
  return (
    <div className="stack page--form">
      <PageHead
        title={t('one.title', { number: outage.item.number })}
        end={<PhasePill phase={outage.item.phase} />}
        sub={outage.period}
      />
      {query.done && !query.dialog && (
        <Notice tone="ok" live>
          {t(`one.done.${query.done}`)}
        </Notice>
      )}
      <Card>
        <CardHead title={t('check.residents-read')} />
        <OutageLine item={outage.item} />
      </Card>
      {outage.steps.length > 0 && <Steps outage={outage} here={here} state={state} />}
      <Touched outage={outage} />
      <Card>
        <CardHead title={t('one.history')} />
        <Trail label={t('one.history')} steps={outage.history.map(stepOf)} />
      </Card>
      <ButtonLink kind="quiet" to={base}>
        {t('one.back')}
      </ButtonLink>
      <Ask kind="finish" outage={outage} here={here} open={query.dialog === 'finish'} state={state} />
      <Ask kind="cancel" outage={outage} here={here} open={query.dialog === 'cancel'} state={state} />
    </div>
  );
}

function stepOf(line: OutageOne['history'][number]) {
  return { key: line.id, title: line.title, note: line.note, time: line.time, at: line.at, state: 'done' as const };
}

function Steps({ outage, here, state }: { outage: OutageOne; here: string; state: unknown }) {
  const t = useOutageWords();
  const may = new Set(outage.steps);
  const late = outage.item.phase === 'overdue';
  return (
    <Card kind={late ? 'turn' : 'plain'}>
      <CardHead title={t(late ? 'one.what-now' : 'one.correct')} sub={late ? t('one.late-sub') : undefined} />
      {may.has('finish') && (
        <ButtonLink kind={late ? 'main' : 'plain'} icon="check" to={`${here}?dialog=finish`} preventScrollReset>
          {t('one.finish')}
        </ButtonLink>
      )}
      <Form state={state} intent="move" action={here} className="stack stack--3">
        <input type="hidden" name="revision" value={outage.revision} />
        <TextField name="endsAt" type="datetime-local" label={t('one.new-end')} defaultValue={late ? '' : outage.endField} />
        <TextField name="reason" label={t('one.why-moved')} help={t('one.why-moved-help')} maxLength={500} />
        <div className="actions">
          <Button>{t('one.move')}</Button>
          {may.has('cancel') && (
            <ButtonLink kind="no" to={`${here}?dialog=cancel`} preventScrollReset>
              {t('one.cancel')}
            </ButtonLink>
          )}
        </div>
      </Form>
    </Card>
  );
}

function Ask({
  kind,
  outage,
  here,
  open,
  state,
}: {
  kind: 'finish' | 'cancel';
  outage: OutageOne;
  here: string;
  open: boolean;
  state: unknown;
}) {
  const t = useOutageWords();
  if (!outage.steps.includes(kind)) return null;
  return (
    <Dialog open={open} closeTo={here} title={t(`ask.${kind}.title`)}>
      <p>{t(`ask.${kind}.text`, { count: outage.subscribers })}</p>
      <Form state={state} intent={kind} action={`${here}?dialog=${kind}`}>
        <input type="hidden" name="revision" value={outage.revision} />
        <TextField name="reason" label={t(`ask.${kind}.reason`)} optional={kind === 'finish'} maxLength={500} />
        <div className="actions">
          <Button kind={kind === 'finish' ? 'main' : 'no'}>{t(`ask.${kind}.do`)}</Button>
          <ButtonLink kind="quiet" to={here} preventScrollReset>
            {t('ask.leave')}
          </ButtonLink>
        </div>
      </Form>
    </Dialog>
  );
}

function Touched({ outage }: { outage: OutageOne }) {
  const t = useOutageWords();
  const rest = outage.item.houses - outage.houses.length;
  return (
    <Card>
      <CardHead title={t('check.touches')} />
      <DefinitionList
        pairs={[
          { name: t('check.houses'), value: outage.item.houses },
          { name: t('check.flats'), value: outage.flats || t('check.flats-unknown') },
          { name: t('one.subscribers'), value: outage.subscribers },
          { name: t('one.complaints'), value: outage.complaints },
        ]}
      />
      <details>
        <summary>{t('one.addresses')}</summary>
        <p className="small">
          {outage.houses.map((house) => house.address).join('; ')}
          {rest > 0 && ` ${t('check.more', { count: rest })}`}
        </p>
      </details>
    </Card>
  );
}
