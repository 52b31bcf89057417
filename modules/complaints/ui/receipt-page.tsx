// Right after filing: accepted, by when, who has it, and what has happened to it so far.
import { Link } from '@remix-run/react';
import { ButtonLink, Card, CardHead, Icon, Page, TopBar } from '@zhkh/ui';
import { useEffect } from 'react';
import type { ComplaintView } from '../views/shapes.ts';
import { Addressee } from './addressee.tsx';
import { Deadlines } from './deadlines.tsx';
import { forgetLocalDraft } from './new/use-local-draft.ts';
import { useComplaintWords } from './use-words.ts';

export function ReceiptPage({ complaint, origin }: { complaint: ComplaintView; origin: string }) {
  const t = useComplaintWords();
  useEffect(forgetLocalDraft, []);
  return (
    <>
      <TopBar title={t('one.title', { number: complaint.number })} back="/complaints" />
      <Page room="tabs">
        <div className="done-head" role="status">
          <span className="disc">
            <Icon name="check" size="l" />
          </span>
          <div>
            <h1>{t('receipt.title')}</h1>
            <p className="sub">
              {complaint.title}. {t('receipt.sent', { at: complaint.filedAt })}
            </p>
          </div>
        </div>
        <Card gap="4">
          <CardHead title={t('receipt.when')} />
          {complaint.deadlines.length > 0 ? <Deadlines deadlines={complaint.deadlines} open /> : <p>{complaint.noDeadlines}</p>}
          {complaint.dueUncertain && <p className="small sub">{t('receipt.uncertain')}</p>}
        </Card>
        <Addressee complaint={complaint} />
        {complaint.houseId && <Neighbours complaint={complaint} origin={origin} />}
        <ButtonLink wide kind="quiet" to={`/complaints/${complaint.id}`}>
          {t('receipt.full')}
        </ButtonLink>
      </Page>
    </>
  );
}

function Neighbours({ complaint, origin }: { complaint: ComplaintView; origin: string }) {
  const t = useComplaintWords();
  const path = `/houses/${complaint.houseId}`;
  return (
    <Card>
      <CardHead title={t('receipt.neighbours')} sub={t('receipt.neighbours-sub')} />
      <p className="small">
        {t('receipt.share')}: <Link to={path}>{`${origin}${path}`.replace(/^https?:\/\//, '')}</Link>
      </p>
    </Card>
  );
}
