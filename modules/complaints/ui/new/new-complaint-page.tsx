// The frame of all steps: a bar with «cancel», one heading, one column.
import { Link } from '@remix-run/react';
import { OfflineStrip, TopBar } from '@zhkh/ui';
import type { NewComplaint } from '../../queries/new-complaint.server.ts';
import { useComplaintWords } from '../use-words.ts';
import { CallFirst } from './call-first.tsx';
import { newLink } from './new-link.ts';
import { PickHouse } from './pick-house.tsx';
import { StepCheck } from './step-check.tsx';
import { StepDescribe } from './step-describe.tsx';
import { StepWhat } from './step-what.tsx';

export function NewComplaintPage({ page, state }: { page: NewComplaint; state: unknown }) {
  const t = useComplaintWords();
  return (
    <>
      <OfflineStrip />
      <TopBar title={t('new.title')} back={backOf(page)} end={<Link to="/">{t('new.cancel')}</Link>} />
      {page.view === 'house' && <PickHouse page={page} />}
      {page.view === 'what' && <StepWhat page={page} />}
      {page.view === 'call' && <CallFirst page={page} />}
      {page.view === 'describe' && <StepDescribe page={page} state={state} />}
      {page.view === 'check' && <StepCheck page={page} state={state} />}
    </>
  );
}

function backOf(page: NewComplaint): string {
  if (page.view === 'house' || page.view === 'what') return '/';
  const place = { house: page.place.house, address: page.place.typedAddress };
  if (page.view === 'check')
    return newLink({ ...place, category: page.topic.code, key: page.key, called: '1', step: 'describe' });
  return newLink({ ...place, step: 'what', category: page.topic.code, key: page.view === 'describe' ? page.key : null });
}
