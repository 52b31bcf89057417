// History of a house's companies: who, from when to when, by which document, where it comes from.
import { CellSub, Table, useFormat } from '@zhkh/ui';
import { Link } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import type { Term } from '../queries/house-card.server.ts';

export function TermsTable({ terms }: { terms: readonly Term[] }) {
  const { t } = useTranslation('directory');
  const f = useFormat();
  if (terms.length === 0) return <p className="item small sub">{t('terms.none')}</p>;
  return (
    <Table
      caption={t('terms.title')}
      rows={terms}
      rowKey={(term) => term.id}
      columns={[
        {
          key: 'company',
          head: t('terms.company'),
          cell: (term) => <Link to={`/companies/${term.companyId}`}>{term.company}</Link>,
        },
        {
          key: 'from',
          head: t('terms.from'),
          phone: 'wide',
          cell: (term) => t(term.fromExact ? 'terms.exact' : 'terms.notLater', { date: f.day(term.from) }),
        },
        {
          key: 'to',
          head: t('terms.to'),
          phone: 'wide',
          phoneLabel: t('terms.to'),
          cell: (term) => (term.to ? f.day(term.to) : t('terms.open')),
        },
        {
          key: 'source',
          head: t('terms.source'),
          phone: 'wide',
          cell: (term) => (
            <>
              {term.document ?? t('terms.noDocument')}
              {term.source && <CellSub>{t(`source.kinds.${term.source.connector}`)}</CellSub>}
            </>
          ),
        },
      ]}
    />
  );
}
