// What else the author may do while the complaint is open: add words, take it back.
import './complaints.css';
import { Button, Form, TextArea } from '@zhkh/ui';
import type { ComplaintView } from '../views/shapes.ts';
import { useComplaintWords } from './use-words.ts';

export function MoreActions({ complaint, state }: { complaint: ComplaintView; state: unknown }) {
  const t = useComplaintWords();
  const { note, withdraw } = complaint.can;
  if (!note && !withdraw) return null;
  const failed = (state as { values?: { intent?: string } } | undefined)?.values?.intent === 'note';
  return (
    <div className="stack stack--3">
      {note && (
        <details className="card" open={failed}>
          <summary>{t('one.note')}</summary>
          <Form state={state} intent="note">
            <TextArea name="body" label={t('one.note')} hideLabel rows={3} />
            <Button wide>{t('one.note-send')}</Button>
          </Form>
        </details>
      )}
      {withdraw && (
        <details className="card">
          <summary>{t('one.withdraw')}</summary>
          <Form state={state} intent="withdraw">
            <p className="small sub">{t('one.withdraw-sub')}</p>
            <Button kind="no" wide>
              {t('one.withdraw')}
            </Button>
          </Form>
        </details>
      )}
    </div>
  );
}
