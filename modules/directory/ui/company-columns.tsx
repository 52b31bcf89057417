// Columns of the register of companies as people see it.
import { Link, useLocation } from '@remix-run/react';
import { CellSub, type Column, useFormat } from '@zhkh/ui';
import { useTranslation } from 'react-i18next';
import type { CompanyRegisterQuery, CompanySort } from '../domain/register-query.ts';
import type { CompanyRegisterRow } from '../queries/company-register.server.ts';
import { sortOf } from './register-tools.tsx';

export function useCompanyColumns(query: Pick<CompanyRegisterQuery, 'sort' | 'dir'>): Column<CompanyRegisterRow>[] {
  const { t } = useTranslation('directory');
  const f = useFormat();
  const { search } = useLocation();
  const sort = (key: CompanySort) => sortOf<CompanyRegisterRow>(search, query, key);
  const count = (value: number | null) => (value === null ? '' : f.number(value));
  return [
    {
      key: 'name',
      head: t('companies.name'),
      sort: sort('name'),
      cell: (row) => (
        <>
          <Link to={`/companies/${row.id}`}>{row.short_name}</Link>
          <CellSub>{t(`company.kind.${row.kind}`)}</CellSub>
          {row.inn && <CellSub>{`${t('company.inn')} ${row.inn}`}</CellSub>}
        </>
      ),
    },
    {
      key: 'houses',
      head: t('companies.houses'),
      numeric: true,
      sort: sort('houses'),
      phone: 'main',
      cell: (row) => (
        <>
          {row.houses > 0 ? <Link to={`/authority/houses?company=${row.id}`}>{f.number(row.houses)}</Link> : 0}
          {row.area !== null && (
            <CellSub>
              <span className="nw">{t('companies.thousands', { area: f.number(row.area / 1000, 1) })}</span>
            </CellSub>
          )}
        </>
      ),
    },
    {
      key: 'licence',
      head: t('companies.licence'),
      phone: 'wide',
      phoneLabel: t('companies.licence'),
      cell: (row) =>
        row.licence && (
          <>
            <span className={row.licence === 'active' ? 'ok' : 'late'}>{t(`companies.licences.${row.licence}`)}</span>
            {row.status && row.status !== 'active' && <CellSub>{t(`fns.states.${row.status}`)}</CellSub>}
          </>
        ),
    },
    {
      key: 'income',
      head: t('companies.incomeShort'),
      numeric: true,
      sort: sort('income'),
      phone: 'hide',
      cell: (row) => (row.income === null ? '' : f.number(row.income / 1_000_000, 1)),
    },
    {
      key: 'staff',
      head: t('companies.staff'),
      numeric: true,
      sort: sort('staff'),
      phone: 'hide',
      cell: (row) => count(row.staff),
    },
    {
      key: 'offences',
      head: t('companies.offences'),
      numeric: true,
      sort: sort('offences'),
      phone: 'wide',
      phoneLabel: t('companies.offences'),
      cell: (row) => row.offences || '',
    },
    {
      key: 'precepts',
      head: t('companies.preceptsOpen'),
      numeric: true,
      sort: sort('precepts'),
      phone: 'wide',
      phoneLabel: t('companies.preceptsOpen'),
      cell: (row) => (
        <>
          {row.precepts_open || ''}
          {row.precepts_overdue > 0 && (
            <CellSub>
              <span className="late">{t('companies.overdue', { count: row.precepts_overdue })}</span>
            </CellSub>
          )}
        </>
      ),
    },
  ];
}
