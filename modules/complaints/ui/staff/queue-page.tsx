// The authority's queue: complaints without an addressee, and companies to phone.
import { Card, Empty, formatPhone, List, ListRow, PageHead, Tag } from '@zhkh/ui';
import type { QueueItem } from '../../queries/authority-queue.server.ts';
import { useComplaintWords } from '../use-words.ts';

export function QueuePage({ items }: { items: readonly QueueItem[] }) {
  const t = useComplaintWords();
  return (
    <div className="stack">
      <PageHead title={t('queue.title')} sub={t('queue.sub')} />
      {items.length === 0 ? (
        <Empty title={t('queue.empty')}>{t('queue.empty-sub')}</Empty>
      ) : (
        <Card kind="flush" label={t('queue.title')}>
          <List>
            {items.map((item) => (
              <ListRow
                key={item.id}
                to={`/authority/complaints/${item.id}`}
                title={item.title}
                over={<Over item={item} />}
                meta={<Meta item={item} />}
              />
            ))}
          </List>
        </Card>
      )}
    </div>
  );
}

function Over({ item }: { item: QueueItem }) {
  const t = useComplaintWords();
  return (
    <>
      <Tag>{t(`queue.kind.${item.kind}`)}</Tag>
      <span className="push small sub num">
        № {item.number} · {item.filedAt}
      </span>
    </>
  );
}

function Meta({ item }: { item: QueueItem }) {
  const t = useComplaintWords();
  if (item.kind !== 'call') return <>{item.address}</>;
  return (
    <>
      {[item.address, item.company, item.phone ? formatPhone(item.phone) : t('queue.no-phone'), item.reason]
        .filter(Boolean)
        .join(' · ')}
    </>
  );
}
