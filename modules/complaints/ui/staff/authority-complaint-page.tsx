// An official's card of a complaint: the same record both sides see, with the authority's own steps.
import { Form as RouterForm } from '@remix-run/react';
import type { HouseHit } from '@zhkh/directory';
import { Button, Card, CardHead, ChoiceCards, Form, SearchField, Trail } from '@zhkh/ui';
import type { ComplaintView } from '../../views/shapes.ts';
import { Answers } from '../answers.tsx';
import { useComplaintWords } from '../use-words.ts';
import { AnswerForm, GradeGiven, NoteForm } from './company-pane.tsx';
import { PaneHead } from './pane-head.tsx';

interface Props {
  complaint: ComplaintView;
  asked: string;
  hits: readonly HouseHit[];
  state: unknown;
}

export function AuthorityComplaintPage(props: Props) {
  const t = useComplaintWords();
  const { complaint, state } = props;
  const failed = (state as { values?: { intent?: string } } | undefined)?.values?.intent;
  return (
    <div className="grid grid--2">
      <div className="stack">
        <PaneHead complaint={complaint} />
        {complaint.company && (
          <p className="small">
            <span className="sub">{t('authority.company')}</span> <b>{complaint.company.name}</b>
          </p>
        )}
        <Answers complaint={complaint} />
        {complaint.grade && <GradeGiven grade={complaint.grade} />}
      </div>
      <div className="stack">
        {complaint.can.address && <HandOver {...props} />}
        {complaint.can.call && <Call complaint={complaint} state={state} />}
        {complaint.can.answer && (
          <Card>
            <AnswerForm state={state} main={!complaint.can.address} help={t('queue.answer-help')} />
          </Card>
        )}
        <Card gap="4">
          <CardHead title={t('one.trail')} />
          <Trail steps={complaint.trail} />
        </Card>
        {complaint.can.note && <NoteForm state={state} open={failed === 'note'} />}
      </div>
    </div>
  );
}

function HandOver({ asked, hits, state }: Props) {
  const t = useComplaintWords();
  return (
    <Card gap="4">
      <CardHead title={t('queue.find')} />
      <RouterForm method="get" className="toolbar" role="search">
        <SearchField name="hq" label={t('queue.find-label')} defaultValue={asked} />
        <Button>{t('queue.find')}</Button>
      </RouterForm>
      {hits.length === 0 ? (
        asked && <p role="status">{t('queue.house-none')}</p>
      ) : (
        <Form state={state} intent="address">
          <ChoiceCards
            name="house"
            label={t('queue.find-label')}
            hideLabel
            choices={hits.map((hit) => ({ value: hit.id, label: hit.address, note: hit.companyName ?? undefined }))}
          />
          <Button kind="main" wide>
            {t('queue.hand')}
          </Button>
        </Form>
      )}
    </Card>
  );
}

function Call({ complaint, state }: { complaint: ComplaintView; state: unknown }) {
  const t = useComplaintWords();
  return (
    <Card>
      <CardHead title={t('queue.call-title')} sub={complaint.company?.dispatcherPhone ?? t('queue.no-phone')} />
      <Form state={state} intent="call">
        <ChoiceCards
          name="outcome"
          label={t('queue.call-title')}
          hideLabel
          choices={[
            { value: 'reached', label: t('queue.call-reached') },
            { value: 'no-answer', label: t('queue.call-missed') },
          ]}
        />
        <Button kind="main" wide>
          {t('inbox.note-send')}
        </Button>
      </Form>
    </Card>
  );
}
