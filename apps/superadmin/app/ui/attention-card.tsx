// «Нужны вы»: what does not heal by itself, worst first.
import { Link } from '@remix-run/react';
import { Card, CardHead, Icon } from '@zhkh/ui';
import { useTranslation } from 'react-i18next';
import type { Attention } from '../domain/region-status.ts';

const TARGET: Record<Attention['kind'], (slug: string) => string> = {
  stopped: (slug) => `/regions/${slug}`,
  unreachable: (slug) => `/regions/${slug}`,
  behind: (slug) => `/regions/${slug}`,
  parked: (slug) => `/failures?region=${slug}`,
  queue: () => '/queues',
};

export function AttentionCard({ items }: { items: readonly Attention[] }) {
  const { t } = useTranslation('superadmin');
  return (
    <Card>
      <CardHead title={t('attention.title')} />
      {items.length === 0 && <p className="small sub">{t('attention.none')}</p>}
      <ul className="stack small">
        {items.map((item) => (
          <li key={`${item.slug} ${item.kind}`} className="row row--top">
            <span className={item.kind === 'queue' ? 'soon' : 'late'}>
              <Icon name={item.kind === 'queue' ? 'clock' : 'triangle'} />
            </span>
            <span>
              <b>{t(`attention.${item.kind}`, { name: item.name, count: 'count' in item ? item.count : 0 })}</b>{' '}
              {t(`attention.${item.kind}-why`)} <Link to={TARGET[item.kind](item.slug)}>{t(`attention.${item.kind}-go`)}</Link>
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
