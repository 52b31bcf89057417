// The authority's register of houses: filters, sorting, page and saved view live in the URL; the same filters export.
import { redirect } from '@remix-run/node';
import { useActionData, useLoaderData, useLocation } from '@remix-run/react';
import { Card, Empty, FilterForm, FilterSelect, PageHead, pageTitle, Pagination, SearchField, Table } from '@zhkh/ui';
import { useTranslation } from 'react-i18next';
import { actOnRegisterView, viewForms } from '../../../commands/act-on-register-view.server.ts';
import { bareCity } from '../../../domain/address-search/place-words.ts';
import { houseStates, managementModes, registerQuery } from '../../../domain/register-query.ts';
import { change, read } from '../../../http.server.ts';
import { municipalitiesOf } from '../../../open-data/version.server.ts';
import { houseRegister, REGISTER_PAGE } from '../../../queries/house-register.server.ts';
import { citiesOf, companiesOf, repairWaysOf } from '../../../queries/register-choices.server.ts';
import { viewsOfPage } from '../../../queries/register-page.server.ts';
import { useHouseColumns } from '../../../ui/house-columns.tsx';
import { DayField, RangeFields } from '../../../ui/range-fields.tsx';
import { ExportColumns, ExportLinks, KeptSort, MoreFilters } from '../../../ui/register-tools.tsx';
import { RegisterViews } from '../../../ui/register-views.tsx';

export const loader = read({ can: 'directory.read-register', query: registerQuery }, async ({ ctx, query, request }) => {
  const views = await viewsOfPage(ctx, 'houses', registerQuery, query, new URL(request.url).search);
  const [register, cities, companies, places, ways] = await Promise.all([
    houseRegister(ctx, query),
    citiesOf(ctx),
    companiesOf(ctx),
    municipalitiesOf(ctx),
    repairWaysOf(ctx),
  ]);
  return {
    ...register,
    ...views,
    query,
    size: REGISTER_PAGE,
    cities: cities.map(({ city }) => ({ value: city, label: bareCity(city) })),
    companies: companies.map((one) => ({ value: one.id, label: one.short_name })),
    places: places.map(({ code, city }) => ({ value: code, label: `${bareCity(city)}, ${code}` })),
    ways: ways.map((way) => ({ value: way, label: way })),
    title: ctx.t('directory:register.title'),
  };
});

export const action = change({ can: 'directory.read-register', query: registerQuery, form: viewForms }, async ({ ctx, form }) =>
  redirect(`/authority/houses?${await actOnRegisterView(ctx, 'houses', form)}`),
);

export const meta = pageTitle;

export default function HouseRegister() {
  const { t } = useTranslation('directory');
  const { rows, total, query, size, ...page } = useLoaderData<typeof loader>();
  const { search } = useLocation();
  const columns = useHouseColumns(query);
  return (
    <div className="stack">
      <PageHead
        title={t('register.title')}
        sub={t('register.sub')}
        end={<ExportLinks base="/authority/houses" search={search} />}
      />
      <RegisterViews base="/authority/houses" state={useActionData<typeof action>()} {...page} />
      <Filters />
      {rows.length === 0 ? (
        <Empty title={t('register.none')}>{t('register.noneHow')}</Empty>
      ) : (
        <Card kind="flush">
          <Table caption={t('register.title')} columns={columns} rows={rows} rowKey={(row) => row.id} />
        </Card>
      )}
      <Pagination page={query.page} size={size} total={total} />
    </div>
  );
}

function Filters() {
  const { t } = useTranslation('directory');
  const { query, total, cities, companies } = useLoaderData<typeof loader>();
  return (
    <FilterForm
      key={JSON.stringify(query)}
      action="/authority/houses"
      found={t('register.found', { count: total })}
      label={t('register.filters')}
    >
      <KeptSort sort={query.sort} dir={query.dir} />
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
        options={houseStates.map((value) => ({ value, label: t(`register.states.${value}`) }))}
        defaultValue={query.state}
      />
      <Further />
      <ExportColumns register="houses" cols={query.cols} />
    </FilterForm>
  );
}

function Further() {
  const { t } = useTranslation('directory');
  const { query, places, ways } = useLoaderData<typeof loader>();
  const { municipality, mode, open, match, way, yearFrom, yearTo, areaFrom, areaTo, floorsFrom, floorsTo, movedFrom, movedTo } =
    query;
  const used = [
    municipality,
    mode,
    open,
    match,
    way,
    yearFrom,
    yearTo,
    areaFrom,
    areaTo,
    floorsFrom,
    floorsTo,
    movedFrom,
    movedTo,
  ];
  const words = { from: t('register.from'), to: t('register.to') };
  return (
    <MoreFilters open={used.some(Boolean)}>
      <FilterSelect
        name="municipality"
        label={t('openData.municipality')}
        empty={t('register.anyMunicipality')}
        options={places}
        defaultValue={municipality}
      />
      <FilterSelect
        name="mode"
        label={t('facts.mode')}
        empty={t('register.anyMode')}
        options={managementModes.map((value) => ({ value, label: t(`mode.${value}`) }))}
        defaultValue={mode}
      />
      <FilterSelect
        name="open"
        label={t('register.open')}
        empty={t('register.anyOpen')}
        options={[{ value: 'yes', label: t('register.withOpen') }]}
        defaultValue={open}
      />
      <FilterSelect
        name="match"
        label={t('register.match')}
        empty={t('register.anyMatch')}
        options={(['doubtful', 'none'] as const).map((value) => ({ value, label: t(`register.matches.${value}`) }))}
        defaultValue={match}
      />
      {ways.length > 0 && (
        <FilterSelect name="way" label={t('repair.way')} empty={t('register.anyWay')} options={ways} defaultValue={way} />
      )}
      <RangeFields names={['yearFrom', 'yearTo']} label={t('facts.builtYear')} values={[yearFrom, yearTo]} {...words} />
      <RangeFields names={['areaFrom', 'areaTo']} label={t('register.area')} values={[areaFrom, areaTo]} {...words} />
      <RangeFields names={['floorsFrom', 'floorsTo']} label={t('facts.floors')} values={[floorsFrom, floorsTo]} {...words} />
      <fieldset className="rangefields">
        <legend className="small">{t('register.moved')}</legend>
        <span className="row">
          <DayField name="movedFrom" label={words.from} value={movedFrom} />
          <DayField name="movedTo" label={words.to} value={movedTo} />
        </span>
      </fieldset>
    </MoreFilters>
  );
}
