// Step 3: everything once more, whom it goes to and by when, and one button.
import { Link } from '@remix-run/react';
import { Button, Card, CardHead, Composer, DefinitionList, Form, Notice, noBreak, Page, Photos, Slots } from '@zhkh/ui';
import { complaintFormNotice } from '../../contract.ts';
import type { NewComplaint } from '../../queries/new-complaint.server.ts';
import { Deadlines } from '../deadlines.tsx';
import { useComplaintWords } from '../use-words.ts';
import { newLink } from './new-link.ts';
import { StepHead } from './step-head.tsx';

type Check = Extract<NewComplaint, { view: 'check' }>;

export function StepCheck({ page, state }: { page: Check; state: unknown }) {
  const t = useComplaintWords();
  const { place, topic, key, values } = page;
  const base = { house: place.house, address: place.typedAddress, category: topic.code, called: '1', key };
  const goesTo = page.addressee ?? t(place.house ? 'new.goes-unmanaged' : 'new.goes-unknown');
  return (
    <Page room="steps" gap="5">
      <StepHead n={3} place={place} title={t('new.check')} />
      <Slots of={complaintFormNotice} data={page.notices} />
      <Card>
        <CardHead title={topic.name} aside={<Link to={newLink({ ...base, step: 'describe' })}>{t('new.edit')}</Link>} />
        <p className="pre">{values.body}</p>
        <Photos photos={page.photos} />
        <DefinitionList
          left
          pairs={[
            {
              name: t('new.house'),
              value: noBreak([place.address, values.flat && t('flat', { flat: values.flat })].filter(Boolean).join(', ')),
            },
            ...(values.place ? [{ name: t('new.place'), value: values.place }] : []),
            { name: t('new.goes-to'), value: goesTo },
          ]}
        />
      </Card>
      {page.deadlines.length > 0 && (
        <Card gap="4">
          <CardHead title={t('new.when')} />
          <Deadlines deadlines={page.deadlines} />
          {page.noRepair && <p className="small sub">{t('new.repair-none')}</p>}
        </Card>
      )}
      {!page.addressee && <Notice>{goesTo}</Notice>}
      <Form state={state} intent="send" idempotencyKey={key} action={newLink({ ...base, step: 'check' })}>
        {place.house && <input type="hidden" name="house" value={place.house} />}
        {place.typedAddress && <input type="hidden" name="typedAddress" value={place.typedAddress} />}
        <input type="hidden" name="category" value={topic.code} />
        <input type="hidden" name="draft" value="1" />
        {Object.entries(values).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <Composer>
          <Button kind="main" wide pendingText={t('new.sending')}>
            {t('new.send')}
          </Button>
        </Composer>
      </Form>
    </Page>
  );
}
