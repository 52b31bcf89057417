// What an employee does with a complaint: take, answer, hand over, note.
import { Link, useFetcher, useLocation } from '@remix-run/react';
import { Button, CheckCard, Form, Icon, PhotoPicker, TextArea, TextField, Trail } from '@zhkh/ui';
import { useEffect } from 'react';
import { ANSWER_MAX } from '../../domain/limits.ts';
import type { ComplaintView } from '../../views/shapes.ts';
import { Answers } from '../answers.tsx';
import { useComplaintWords } from '../use-words.ts';
import { PaneHead } from './pane-head.tsx';

interface Props {
  complaint: ComplaintView;
  state: unknown;
}

export function CompanyPane({ complaint, state }: Props) {
  const t = useComplaintWords();
  const { search } = useLocation();
  return (
    <>
      <Link className="row row--tight small pane__back" to={`/company/inbox${search}`}>
        <Icon name="left" size="s" />
        {t('inbox.back')}
      </Link>
      {complaint.can.open && <FirstLook />}
      <PaneHead complaint={complaint} />
      <Answers complaint={complaint} />
      {complaint.grade && <GradeGiven grade={complaint.grade} />}
      {complaint.can.take && <Take state={state} />}
      {complaint.performer && (
        <p className="row small">
          <span className="sub">{t('inbox.performer')}</span> <b>{complaint.performer}</b>
        </p>
      )}
      {complaint.can.assign && <Assign state={state} />}
      {complaint.can.answer && <AnswerForm state={state} main={!complaint.can.take} />}
      <More complaint={complaint} state={state} />
      <section className="ruled stack stack--3" aria-labelledby="trail">
        <h2 id="trail" className="h3">
          {t('one.trail')}
        </h2>
        <Trail steps={complaint.trail} />
      </section>
    </>
  );
}

/** Says that the company has seen the complaint: by itself where scripts run, by a button where they do not. */
function FirstLook() {
  const t = useComplaintWords();
  const { submit } = useFetcher();
  useEffect(() => submit({ intent: 'open' }, { method: 'post' }), [submit]);
  return (
    <noscript>
      <Form intent="open" className="row small">
        <span className="sub">{t('inbox.open-why')}</span>
        <Button size="s">{t('inbox.open')}</Button>
      </Form>
    </noscript>
  );
}

export function GradeGiven({ grade }: { grade: NonNullable<ComplaintView['grade']> }) {
  const t = useComplaintWords();
  return (
    <p>
      <b>{t('one.the-grade', { grade: grade.grade })}</b>
      {grade.comment && <span className="pre sub"> «{grade.comment}»</span>}
    </p>
  );
}

function Take({ state }: { state: unknown }) {
  const t = useComplaintWords();
  return (
    <Form state={state} intent="take" className="stack stack--3 ruled">
      <TextField name="performer" label={t('inbox.take-performer')} optional maxLength={80} />
      <Button kind="main" wide>
        {t('inbox.take')}
      </Button>
    </Form>
  );
}

function Assign({ state }: { state: unknown }) {
  const t = useComplaintWords();
  return (
    <details className="small">
      <summary>{t('inbox.assign')}</summary>
      <Form state={state} intent="assign" className="stack stack--3">
        <TextField name="performer" label={t('inbox.take-performer')} maxLength={80} />
        <Button>{t('inbox.assign')}</Button>
      </Form>
    </details>
  );
}

export function AnswerForm({ state, main = true, help }: { state: unknown; main?: boolean; help?: string }) {
  const t = useComplaintWords();
  return (
    <Form state={state} intent="answer" encType="multipart/form-data" className="stack stack--3 ruled">
      <TextArea name="body" label={t('inbox.answer')} help={help ?? t('inbox.answer-help')} rows={4} maxLength={ANSWER_MAX} />
      <PhotoPicker name="photos" label={t('inbox.photo')} optional />
      <Button kind={main ? 'main' : 'plain'} wide>
        {t('inbox.answer-send')}
      </Button>
    </Form>
  );
}

function More({ complaint, state }: Props) {
  const t = useComplaintWords();
  const failed = (state as { values?: { intent?: string } } | undefined)?.values?.intent;
  return (
    <div className="stack stack--3">
      {complaint.can.redirect && (
        <details className="card small" open={failed === 'redirect'}>
          <summary>{t('inbox.redirect')}</summary>
          <Form state={state} intent="redirect">
            <TextArea
              name="reason"
              label={t('inbox.redirect-reason')}
              help={t('inbox.redirect-help')}
              rows={3}
              maxLength={2000}
            />
            <Button kind="no">{t('inbox.redirect-send')}</Button>
          </Form>
        </details>
      )}
      {complaint.can.note && <NoteForm state={state} open={failed === 'note'} />}
    </div>
  );
}

export function NoteForm({ state, open }: { state: unknown; open?: boolean }) {
  const t = useComplaintWords();
  return (
    <details className="card small" open={open}>
      <summary>{t('inbox.note')}</summary>
      <Form state={state} intent="note">
        <TextArea name="body" label={t('inbox.note')} hideLabel rows={3} />
        <CheckCard name="internal" value="yes" label={t('inbox.note-internal')} />
        <Button>{t('inbox.note-send')}</Button>
      </Form>
    </details>
  );
}
