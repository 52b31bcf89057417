// «Мои обращения» on a resident's home page.
import { Card, CardHead, List } from '@zhkh/ui';
import type { ResidentCard as Data } from '../queries/resident-card.server.ts';
import { ComplaintRow } from './complaint-row.tsx';
import { useComplaintWords } from './use-words.ts';

export function ResidentCard({ data }: { data: Data }) {
  const t = useComplaintWords();
  return (
    <Card kind="flush">
      <CardHead
        title={t('home.title')}
        {...(data.total > 0 && { link: { to: '/complaints', label: t('list.all', { count: data.total }) } })}
      />
      {data.items.length === 0 ? (
        <div className="item">
          <p className="small sub">{t('list.empty-sub')}</p>
        </div>
      ) : (
        <List>
          {data.items.map((item) => (
            <ComplaintRow key={item.id} item={item} to={`/complaints/${item.id}`} />
          ))}
        </List>
      )}
    </Card>
  );
}
