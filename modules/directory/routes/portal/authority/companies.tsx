// The authority's register of companies: what each manages, licence, income, staff, supervision; the choice lives in the URL.
import { redirect } from '@remix-run/node';
import { useActionData, useLoaderData, useLocation } from '@remix-run/react';
import { Card, Empty, FilterForm, FilterSelect, PageHead, pageTitle, Pagination, SearchField, Table } from '@zhkh/ui';
import { useTranslation } from 'react-i18next';
import { actOnRegisterView, viewForms } from '../../../commands/act-on-register-view.server.ts';
import { bareCity } from '../../../domain/address-search/place-words.ts';
import { companyKinds, companyRegisterQuery } from '../../../domain/register-query.ts';
import { change, read } from '../../../http.server.ts';
import { municipalitiesOf } from '../../../open-data/version.server.ts';
import { COMPANIES_PAGE, companyRegister } from '../../../queries/company-register.server.ts';
import { viewsOfPage } from '../../../queries/register-page.server.ts';
import { useCompanyColumns } from '../../../ui/company-columns.tsx';
import { RangeFields } from '../../../ui/range-fields.tsx';
import { ExportColumns, ExportLinks, KeptSort, MoreFilters } from '../../../ui/register-tools.tsx';
import { RegisterViews } from '../../../ui/register-views.tsx';

export const loader = read({ can: 'directory.read-register', query: companyRegisterQuery }, async ({ ctx, query, request }) => {
  const views = await viewsOfPage(ctx, 'companies', companyRegisterQuery, query, new URL(request.url).search);
  const [register, places] = await Promise.all([companyRegister(ctx, query), municipalitiesOf(ctx)]);
  return {
    ...register,
    ...views,
    query,
    size: COMPANIES_PAGE,
    places: places.map(({ code, city }) => ({ value: code, label: `${bareCity(city)}, ${code}` })),
    title: ctx.t('directory:companies.title'),
  };
});

export const action = change(
  { can: 'directory.read-register', query: companyRegisterQuery, form: viewForms },
  async ({ ctx, form }) => redirect(`/authority/companies?${await actOnRegisterView(ctx, 'companies', form)}`),
);

export const meta = pageTitle;

export default function CompanyRegister() {
  const { t } = useTranslation('directory');
  const { rows, total, query, size, ...page } = useLoaderData<typeof loader>();
  const { search } = useLocation();
  const columns = useCompanyColumns(query);
  return (
    <div className="stack">
      <PageHead title={page.title} sub={t('companies.sub')} end={<ExportLinks base="/authority/companies" search={search} />} />
      <RegisterViews base="/authority/companies" state={useActionData<typeof action>()} {...page} />
      <Filters />
      {rows.length === 0 ? (
        <Empty title={t('companies.none')}>{t('register.noneHow')}</Empty>
      ) : (
        <Card kind="flush">
          <Table caption={page.title} columns={columns} rows={rows} rowKey={(row) => row.id} />
        </Card>
      )}
      <Pagination page={query.page} size={size} total={total} />
    </div>
  );
}

function Filters() {
  const { t } = useTranslation('directory');
  const { query, total } = useLoaderData<typeof loader>();
  return (
    <FilterForm
      key={JSON.stringify(query)}
      action="/authority/companies"
      found={t('companies.found', { count: total })}
      label={t('register.filters')}
    >
      <KeptSort sort={query.sort} dir={query.dir} />
      <SearchField label={t('companies.search')} placeholder={t('companies.search')} defaultValue={query.q} />
      <FilterSelect
        name="kind"
        label={t('companies.kind')}
        empty={t('companies.anyKind')}
        options={companyKinds.map((value) => ({ value, label: t(`company.kind.${value}`) }))}
        defaultValue={query.kind}
      />
      <Choice name="licence" values={['active', 'inactive', 'none']} />
      <Choice name="precepts" values={['open', 'overdue', 'none']} />
      <Further />
      <ExportColumns register="companies" cols={query.cols} />
    </FilterForm>
  );
}

type ChoiceName = 'licence' | 'precepts' | 'offences' | 'status' | 'sme';

function Choice({ name, values }: { name: ChoiceName; values: readonly string[] }) {
  const { t } = useTranslation('directory');
  const { query } = useLoaderData<typeof loader>();
  return (
    <FilterSelect
      name={name}
      label={t(`companies.choice.${name}.label`)}
      empty={t(`companies.choice.${name}.any`)}
      options={values.map((value) => ({ value, label: t(`companies.choice.${name}.${value}`) }))}
      defaultValue={query[name]}
    />
  );
}

function Further() {
  const { t } = useTranslation('directory');
  const { query, places } = useLoaderData<typeof loader>();
  const { municipality, status, sme, offences, housesFrom, housesTo, incomeFrom, incomeTo, staffFrom, staffTo } = query;
  const used = [municipality, status, sme, offences, housesFrom, housesTo, incomeFrom, incomeTo, staffFrom, staffTo];
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
      <Choice name="status" values={['active', 'trouble', 'unknown']} />
      <Choice name="sme" values={['micro', 'small', 'medium', 'none']} />
      <Choice name="offences" values={['yes', 'no']} />
      <RangeFields names={['housesFrom', 'housesTo']} label={t('companies.houses')} values={[housesFrom, housesTo]} {...words} />
      <RangeFields names={['incomeFrom', 'incomeTo']} label={t('companies.income')} values={[incomeFrom, incomeTo]} {...words} />
      <RangeFields names={['staffFrom', 'staffTo']} label={t('companies.staff')} values={[staffFrom, staffTo]} {...words} />
    </MoreFilters>
  );
}
