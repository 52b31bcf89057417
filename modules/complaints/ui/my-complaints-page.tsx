// A resident's list: open complaints first, the date that is next in each row.
import { ButtonLink, Card, Empty, List, Page, Pagination } from '@zhkh/ui';
import type { ListItem } from '../views/shapes.ts';
import { ComplaintRow } from './complaint-row.tsx';
import { useComplaintWords } from './use-words.ts';

export function MyComplaintsPage({ items, total, page, size }: { items: ListItem[]; total: number; page: number; size: number }) {
  const t = useComplaintWords();
  const report = (
    <ButtonLink kind="lamp" size="big" wide icon="plus" to="/complaints/new">
      {t('list.new')}
    </ButtonLink>
  );
  return (
    <Page room="tabs">
      <h1>{t('list.title')}</h1>
      {items.length === 0 ? (
        <Empty title={t('list.empty')} action={report}>
          {t('list.empty-sub')}
        </Empty>
      ) : (
        <>
          {report}
          <Card kind="flush" label={t('list.title')}>
            <List>
              {items.map((item) => (
                <ComplaintRow key={item.id} item={item} to={`/complaints/${item.id}`} />
              ))}
            </List>
          </Card>
          <Pagination page={page} size={size} total={total} />
        </>
      )}
    </Page>
  );
}
