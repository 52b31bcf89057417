// The authority's register of houses: filters, sorting and page live in the URL; the same filters export as CSV.
import type { MetaFunction } from '@remix-run/node';
import { Link, useLoaderData, useLocation } from '@remix-run/react';
import {
  Card,
  CellSub,
  type Column,
  Empty,
  FilterForm,
  FilterSelect,
  PageHead,
  Pagination,
  SearchField,
  Table,
  useFormat,
} from '@zhkh/platform/ui';
import { useTranslation } from 'react-i18next';
import { bareCity } from '../../../domain/place-words.ts';
import { registerQuery, type RegisterSort } from '../../../domain/schemas.ts';
import { loader as read } from '../../../http.server.ts';
import { citiesOf, companiesOf, houseRegister, REGISTER_PAGE, type RegisterRow } from '../../../queries/house-register.server.ts';

export const loader = read({ can: 'directory.read-register', query: registerQuery }, async ({ ctx, query }) => {
  const [register, cities, companies] = await Promise.all([houseRegister(ctx, query), citiesOf(ctx), companiesOf(ctx)]);
  return {
    ...register,
    query,
    size: REGISTER_PAGE,
    cities: cities.map(({ city }) => ({ value: city, label: bareCity(city) })),
    companies: companies.map((one) => ({ value: one.id, label: one.short_name })),
    title: ctx.t('directory:register.title'),
  };
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title ?? '' }];

export default function HouseRegister() {
  const { t } = useTranslation('directory');
  const { rows, total, query, size } = useLoaderData<typeof loader>();
  const { search } = useLocation();
  const columns = useColumns(search);
  return (
    <>
      <PageHead
        title={t('register.title')}
        sub={t('register.sub')}
        end={
          <a className="btn" href={`/authority/houses.csv${search}`} download>
            {t('register.export')}
          </a>
        }
      />
      <Filters />
      {rows.length === 0 ? (
        <Empty title={t('register.none')}>{t('register.noneHow')}</Empty>
      ) : (
        <Card kind="flush">
          <Table caption={t('register.title')} columns={columns} rows={rows} rowKey={(row) => row.id} />
        </Card>
      )}
      <Pagination page={query.page} size={size} total={total} />
    </>
  );
}

const STATES = ['in-use', 'emergency', 'demolished', 'unknown', 'no-pin', 'changing'] as const;

function Filters() {
  const { t } = useTranslation('directory');
  const { query, total, cities, companies } = useLoaderData<typeof loader>();
  return (
    <FilterForm found={t('register.found', { count: total })} label={t('register.filters')}>
      <SearchField label={t('search.label')} placeholder={t('search.example')} defaultValue={query.q} />
      <FilterSelect
        name="city"
        label={t('register.city')}
        empty={t('register.anyCity')}
        options={cities}
        defaultValue={query.city}
      />
      <FilterSelect
        name="company"
        label={t('register.company')}
        empty={t('register.anyCompany')}
        options={[{ value: 'none', label: t('manager.nobody') }, ...companies]}
        defaultValue={query.company}
      />
      <FilterSelect
        name="state"
        label={t('register.state')}
        empty={t('register.anyState')}
        options={STATES.map((value) => ({ value, label: t(`register.states.${value}`) }))}
        defaultValue={query.state}
      />
    </FilterForm>
  );
}

function useColumns(search: string): Column<RegisterRow>[] {
  const { t } = useTranslation('directory');
  const f = useFormat();
  const { query } = useLoaderData<typeof loader>();
  const sort = (key: RegisterSort) => sortOf(search, query, key);
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
      key: 'state',
      head: t('register.state'),
      phone: 'wide',
      cell: (row) => [t(`status.${row.status}`), row.has_point ? '' : t('register.states.no-pin')].filter(Boolean).join(' · '),
    },
  ];
}

function sortOf(search: string, query: { sort: string; dir: string }, key: string): NonNullable<Column<RegisterRow>['sort']> {
  const params = new URLSearchParams(search);
  const current = query.sort === key;
  params.set('sort', key);
  params.set('dir', current && query.dir === 'asc' ? 'desc' : 'asc');
  params.delete('page');
  return {
    to: `?${params}`,
    ...(current && { direction: query.dir === 'asc' ? ('ascending' as const) : ('descending' as const) }),
  };
}
