// The card of a complaint for its author.
import { Card, CardHead, noBreak, Page, Photos, StatusPill, TopBar, Trail } from '@zhkh/ui';
import type { ComplaintView } from '../views/shapes.ts';
import { Answers } from './answers.tsx';
import { Deadlines } from './deadlines.tsx';
import { ResidentMove } from './resident-move.tsx';
import { MoreActions } from './resident-more.tsx';
import { useComplaintWords } from './use-words.ts';

export function ComplaintPage({ complaint, state }: { complaint: ComplaintView; state: unknown }) {
  const t = useComplaintWords();
  return (
    <>
      <TopBar title={t('one.title', { number: complaint.number })} back="/complaints" />
      <Page room="tabs">
        <div className="stack stack--2">
          <StatusPill kind={complaint.pill.kind}>{complaint.pill.text}</StatusPill>
          <h1>{complaint.title}</h1>
          <p className="sub small">
            {noBreak([complaint.address, complaint.flat && t('flat', { flat: complaint.flat })].filter(Boolean).join(', '))}
            <br />
            {complaint.filedAt}
          </p>
        </div>
        <Answers complaint={complaint} />
        <ResidentMove complaint={complaint} state={state} />
        <Card gap="4">
          <CardHead title={t('one.deadlines')} />
          {complaint.deadlines.length > 0 ? <Deadlines deadlines={complaint.deadlines} /> : <p>{complaint.noDeadlines}</p>}
        </Card>
        <Card>
          <CardHead title={t('one.text')} sub={complaint.categoryName} />
          <p className="pre">{complaint.body}</p>
          <Photos photos={complaint.photos} />
        </Card>
        <Card gap="4">
          <CardHead
            title={t('one.trail')}
            {...(complaint.company && { link: { to: `/companies/${complaint.company.id}`, label: complaint.company.name } })}
          />
          <Trail steps={complaint.trail} label={t('one.trail')} />
        </Card>
        <MoreActions complaint={complaint} state={state} />
      </Page>
    </>
  );
}
