// Whose houses an authority announces for: search, then one link.
import { Card, Empty, FilterForm, List, ListRow, PageHead, SearchField } from '@zhkh/ui';
import type { CompanyChoice } from '../../queries/announce-form.server.ts';
import { useOutageWords } from '../use-words.ts';

export function PickCompany({ q, choices }: { q: string; choices: readonly CompanyChoice[] }) {
  const t = useOutageWords();
  return (
    <div className="stack">
      <PageHead title={t('new.title')} sub={t('new.whose')} />
      <FilterForm action="/authority/outages/new" label={t('new.find-company')}>
        <SearchField label={t('new.find-company')} placeholder={t('new.company-hint')} defaultValue={q} />
      </FilterForm>
      {choices.length === 0 ? (
        <Empty title={t('new.no-company')}>{t('new.no-company-sub')}</Empty>
      ) : (
        <Card kind="flush" label={t('new.whose')}>
          <List>
            {choices.map((one) => (
              <ListRow
                key={one.id}
                to={`/authority/outages/new?company=${one.id}`}
                title={one.shortName}
                meta={[one.inn && t('new.inn', { inn: one.inn }), t('houses', { count: one.houses })].filter(Boolean).join(' · ')}
              />
            ))}
          </List>
        </Card>
      )}
    </div>
  );
}
