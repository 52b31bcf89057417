// Which house it is about: search by words; an unknown house goes on with the typed address.
import { Form as RouterForm } from '@remix-run/react';
import { AddressCombobox, Button, ButtonLink, Card, List, ListRow, Page } from '@zhkh/ui';
import type { NewComplaint } from '../../queries/new-complaint.server.ts';
import { useComplaintWords } from '../use-words.ts';
import { newLink } from './new-link.ts';

export function PickHouse({ page }: { page: Extract<NewComplaint, { view: 'house' }> }) {
  const t = useComplaintWords();
  return (
    <Page gap="5">
      <h1>{t('new.which-house')}</h1>
      <RouterForm method="get" className="stack" role="search">
        <input type="hidden" name="step" value="house" />
        <div className="field">
          <label className="label" htmlFor="hq">
            {t('new.house-search')}
          </label>
          <AddressCombobox
            id="hq"
            name="hq"
            label={t('new.house-search')}
            describedBy="hq-help"
            defaultValue={page.query}
            suggestFrom="/houses/suggest"
            to={(house) => newLink({ house })}
          />
          <p className="help" id="hq-help">
            {t('new.house-help')}
          </p>
        </div>
        <Button kind="main" wide>
          {t('new.house-find')}
        </Button>
      </RouterForm>
      {page.hits.length > 0 && (
        <Card kind="flush" label={t('new.which-house')}>
          <List>
            {page.hits.map((hit) => (
              <ListRow key={hit.id} title={hit.address} to={newLink({ house: hit.id })} meta={hit.companyName} />
            ))}
          </List>
        </Card>
      )}
      {page.query !== '' && (
        <div className="stack" role="status">
          {page.hits.length === 0 && <p>{t('new.house-none')}</p>}
          <ButtonLink to={newLink({ address: page.query })} wide kind="quiet">
            {t('new.house-as-is', { address: page.query })}
          </ButtonLink>
        </div>
      )}
    </Page>
  );
}
