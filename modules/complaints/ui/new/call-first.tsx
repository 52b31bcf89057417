// An emergency: phones before any form. Gas and fire have no form at all.
import { ButtonLink, EmergencyCalls, Notice, Page, Slots } from '@zhkh/ui';
import { complaintFormNotice } from '../../contract.ts';
import type { NewComplaint } from '../../queries/new-complaint.server.ts';
import { useComplaintWords } from '../use-words.ts';
import { newLink } from './new-link.ts';

export function CallFirst({ page }: { page: Extract<NewComplaint, { view: 'call' }> }) {
  const t = useComplaintWords();
  const place = { house: page.place.house, address: page.place.typedAddress };
  return (
    <Page gap="5">
      <div>
        <p className="small sub">{page.topic.name}</p>
        <h1>{t('new.call-title')}</h1>
      </div>
      <Notice tone="late">{page.topic.hint}</Notice>
      <Slots of={complaintFormNotice} data={page.notices} />
      <EmergencyCalls dispatcher={page.dispatcher} />
      <div className="stack stack--3">
        {page.fileable && (
          <ButtonLink to={newLink({ ...place, category: page.topic.code, called: '1' })} wide>
            {t('new.still')}
          </ButtonLink>
        )}
        <ButtonLink to={newLink({ ...place, step: 'what' })} wide kind="quiet">
          {t('new.other-topic')}
        </ButtonLink>
      </div>
    </Page>
  );
}
