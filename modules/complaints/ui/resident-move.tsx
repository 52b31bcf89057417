// The author's move after an answer: confirm with a grade, or say it is not solved. Nothing is preselected.
import { Button, Card, CardHead, Form, Grades, TextArea } from '@zhkh/ui';
import type { ComplaintView } from '../views/shapes.ts';
import { useComplaintWords } from './use-words.ts';

interface Props {
  complaint: ComplaintView;
  state: unknown;
}

export function ResidentMove({ complaint, state }: Props) {
  if (complaint.can.confirm) return <Check complaint={complaint} state={state} />;
  return (
    <>
      {complaint.can.refute && <Refute complaint={complaint} state={state} />}
      <Rate complaint={complaint} state={state} />
    </>
  );
}

function Check({ complaint, state }: Props) {
  const t = useComplaintWords();
  return (
    <Card kind="turn" gap="4" id="check">
      <CardHead
        title={complaint.question}
        sub={complaint.reactUntil && t('one.react-until', { until: complaint.reactUntil, days: 30 })}
      />
      <Form state={state} intent="confirm">
        <Grades name="grade" label={t('one.grade')} optional />
        <TextArea name="comment" label={t('one.comment')} optional rows={2} maxLength={1000} />
        <Button kind="main" wide icon="check">
          {t('one.confirm')}
        </Button>
      </Form>
      {complaint.can.refute && <RefuteForm state={state} />}
    </Card>
  );
}

function Refute({ complaint, state }: Props) {
  const t = useComplaintWords();
  return (
    <Card>
      <CardHead
        title={t('one.refute-title')}
        sub={complaint.reopenUntil && t('one.reopen-until', { until: complaint.reopenUntil })}
      />
      <RefuteForm state={state} />
    </Card>
  );
}

function RefuteForm({ state }: { state: unknown }) {
  const t = useComplaintWords();
  const failed = (state as { values?: { intent?: string } } | undefined)?.values?.intent === 'refute';
  return (
    <details className="ruled" open={failed}>
      <summary className="btn btn--no btn--wide">{t('one.no')}</summary>
      <Form state={state} intent="refute">
        <p className="small sub">{t('one.refute-sub')}</p>
        <TextArea name="reason" label={t('one.reason')} rows={3} maxLength={2000} />
        <Button kind="no" wide icon="cross">
          {t('one.refute')}
        </Button>
      </Form>
    </details>
  );
}

function Rate({ complaint, state }: Props) {
  const t = useComplaintWords();
  if (complaint.grade) {
    return (
      <Card>
        <CardHead title={t('one.your-grade', { grade: complaint.grade.grade })} />
        {complaint.grade.comment && <p className="pre">{complaint.grade.comment}</p>}
      </Card>
    );
  }
  if (!complaint.can.rate) return null;
  return (
    <Card kind="turn" gap="4">
      <CardHead title={t('one.rate-title')} />
      <Form state={state} intent="rate">
        <Grades name="grade" label={t('one.grade')} />
        <TextArea name="comment" label={t('one.comment')} optional rows={2} maxLength={1000} />
        <Button kind="main" wide>
          {t('one.rate')}
        </Button>
      </Form>
    </Card>
  );
}
