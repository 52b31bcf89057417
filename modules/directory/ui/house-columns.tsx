// Columns of the register of houses as people see it.
import { Link, useLocation } from '@remix-run/react';
import { CellSub, type Column, useFormat } from '@zhkh/ui';
import { useTranslation } from 'react-i18next';
import { bareCity } from '../domain/address-search/place-words.ts';
import type { RegisterQuery, RegisterSort } from '../domain/register-query.ts';
import type { RegisterRow } from '../queries/house-register.server.ts';
import { sortOf } from './register-tools.tsx';

export function useHouseColumns(query: Pick<RegisterQuery, 'sort' | 'dir'>): Column<RegisterRow>[] {
  const { t } = useTranslation('directory');
  const f = useFormat();
  const { search } = useLocation();
  const sort = (key: RegisterSort) => sortOf<RegisterRow>(search, query, key);
  return [
    {
      key: 'address',
      head: t('register.address'),
      sort: sort('address'),
      cell: (row) => (
        <>
          <Link to={`/authority/houses/${row.id}`}>{[row.street, row.number].filter(Boolean).join(', ')}</Link>
          <CellSub>{bareCity(row.city)}</CellSub>
        </>
      ),
    },
    {
      key: 'company',
      head: t('register.company'),
      sort: sort('company'),
      phone: 'wide',
      cell: (row) => (
        <>
          {row.company_id ? (
            <Link to={`/companies/${row.company_id}`}>{row.company}</Link>
          ) : (
            <span className="soon">{t('manager.nobody')}</span>
          )}
          {row.changing && <CellSub>{t('register.states.changing')}</CellSub>}
        </>
      ),
    },
    {
      key: 'area',
      head: t('register.area'),
      numeric: true,
      sort: sort('area'),
      phone: 'hide',
      cell: (row) => (row.total_area === null ? '' : f.number(row.total_area, 1)),
    },
    { key: 'flats', head: t('facts.flats'), numeric: true, sort: sort('flats'), phone: 'main', cell: (row) => row.flats ?? '' },
    {
      key: 'year',
      head: t('register.year'),
      numeric: true,
      sort: sort('year'),
      phone: 'hide',
      cell: (row) => row.built_year ?? '',
    },
    {
      key: 'open',
      head: t('register.open'),
      numeric: true,
      phone: 'wide',
      phoneLabel: t('register.open'),
      cell: (row) => (row.open > 0 ? row.open : ''),
    },
    {
      key: 'state',
      head: t('register.state'),
      phone: 'wide',
      cell: (row) => [t(`status.${row.status}`), row.has_point ? '' : t('register.states.no-pin')].filter(Boolean).join(' · '),
    },
  ];
}
