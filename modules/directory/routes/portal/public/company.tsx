// A company's card: requisites, contacts, its houses, what other modules know of it.
import { useLoaderData } from '@remix-run/react';
import { notFound } from '@zhkh/kernel/errors';
import {
  Card,
  CardColumns,
  CardHead,
  DefinitionList,
  List,
  ListRow,
  Page,
  type PageHandle,
  pageTitle,
  Pagination,
  Slots,
  telHref,
  TopBar,
  useFormat,
} from '@zhkh/ui';
import { useTranslation } from 'react-i18next';
import { type CompanyView, companyPagePanel } from '../../../contract.ts';
import { bareCity } from '../../../domain/address-search/place-words.ts';
import { companyParams, pageQuery } from '../../../domain/schemas.ts';
import { isoDateIn } from '../../../domain/season.ts';
import { read } from '../../../http.server.ts';
import type { FactSource } from '../../../queries/house-card.server.ts';
import { companyCard } from '../../../queries/company-card.server.ts';
import { companyFlow } from '../../../queries/company-flow.server.ts';
import { changesOf } from '../../../queries/house-history.server.ts';
import { companyFacts } from '../../../queries/company-facts.server.ts';
import { moreCompanyFacts } from '../../../queries/more-facts-of.server.ts';
import { supervisionOf } from '../../../queries/supervision-of.server.ts';
import { CompanySupervision } from '../../../ui/company-supervision.tsx';
import { CompanyFlow } from '../../../ui/company-flow.tsx';
import { History } from '../../../ui/history.tsx';
import { MoreFacts } from '../../../ui/more-facts.tsx';
import { CompanyFacts, CompanyWarnings } from '../../../ui/company-facts.tsx';
import { SourceDetails } from '../../../ui/source-line.tsx';

export const handle: PageHandle = { chrome: 'detail' };

export const loader = read({ can: 'public', params: companyParams, query: pageQuery }, async ({ ctx, params, query }) => {
  const card = await companyCard(ctx, params.companyId, query.page);
  if (!card) throw notFound('directory.company-not-found');
  const [facts, supervision, more, flow, changed, panels] = await Promise.all([
    companyFacts(ctx, params.companyId),
    supervisionOf(ctx, params.companyId),
    moreCompanyFacts(ctx, params.companyId),
    companyFlow(ctx, params.companyId),
    changesOf(ctx, params.companyId),
    ctx.slots(companyPagePanel, { companyId: params.companyId }),
  ]);
  return {
    title: card.company.shortName,
    ...card,
    cities: card.cities.map(bareCity),
    facts,
    supervision,
    more,
    flow,
    changed,
    panels,
    page: query.page,
    today: isoDateIn(ctx.clock.now(), ctx.tenant.timeZone),
  };
});

export const meta = pageTitle;

export default function Company() {
  const { t } = useTranslation('directory');
  const data = useLoaderData<typeof loader>();
  const { company } = data;
  return (
    <>
      <TopBar back="/houses" title={t(`company.kind.${company.kind}`)} wide />
      <Page room="tabs" width="wide">
        <div>
          <h1>{company.shortName}</h1>
          <p className="small sub">
            <a href="#houses">{t('company.houses', { count: company.houses })}</a>
            {data.cities.length > 0 && ` · ${data.cities.slice(0, 3).join(', ')}`}
          </p>
        </div>
        <CompanyWarnings registration={data.facts.registration} />
        <CardColumns>
          <Slots of={companyPagePanel} data={data.panels} />
          <Contacts company={company} source={data.contactsSource} />
          <CompanyFacts facts={data.facts} />
          <CompanySupervision supervision={data.supervision} />
          <MoreFacts facts={data.more} />
          <Houses />
          <CompanyFlow flow={data.flow} />
          <History items={data.changed} today={data.today} />
          <Card>
            <h2>{t('company.requisites')}</h2>
            <Requisites company={company} />
            <SourceDetails sources={[data.source]} />
          </Card>
        </CardColumns>
      </Page>
    </>
  );
}

function Contacts({ company, source }: { company: CompanyView; source: FactSource | null }) {
  const { t } = useTranslation('directory');
  const pairs = [
    {
      name: t('company.dispatcher'),
      value: company.dispatcherPhone && <a href={telHref(company.dispatcherPhone)}>{company.dispatcherPhone}</a>,
    },
    { name: t('company.phone'), value: company.phone && <a href={telHref(company.phone)}>{company.phone}</a> },
    { name: t('company.email'), value: company.email && <a href={`mailto:${company.email}`}>{company.email}</a> },
    {
      name: t('company.site'),
      value: company.site && (
        <a href={company.site} rel="nofollow noreferrer">
          {company.site.replace(/^https?:\/\//, '')}
        </a>
      ),
    },
    { name: t('company.address'), value: company.address },
  ].filter((pair) => Boolean(pair.value));
  return (
    <Card>
      <h2>{t('company.contacts')}</h2>
      {pairs.length > 0 ? <DefinitionList pairs={pairs} /> : <p className="small sub">{t('company.noContacts')}</p>}
      <SourceDetails sources={[source]} />
    </Card>
  );
}

function Requisites({ company }: { company: CompanyView }) {
  const { t } = useTranslation('directory');
  const pairs = [
    { name: t('company.name'), value: company.name },
    { name: t('company.ogrn'), value: company.ogrn },
    { name: t('company.inn'), value: company.inn },
    { name: t('company.kpp'), value: company.kpp },
  ].filter((pair) => Boolean(pair.value));
  return <DefinitionList pairs={pairs} left />;
}

function Houses() {
  const { t } = useTranslation('directory');
  const f = useFormat();
  const { company, houses, area, page, size } = useLoaderData<typeof loader>();
  return (
    <Card kind="flush" id="houses">
      <CardHead title={t('company.housesTitle')} sub={area ? t('company.area', { area: f.number(area / 1000, 1) }) : undefined} />
      {houses.length === 0 && <p className="item small sub">{t('company.noHouses')}</p>}
      <List>
        {houses.map((house) => (
          <ListRow
            key={house.id}
            to={`/houses/${house.id}`}
            title={house.address}
            meta={house.flats ? t('company.flats', { count: house.flats }) : undefined}
          />
        ))}
      </List>
      {company.houses > size && (
        <div className="item">
          <Pagination page={page} size={size} total={company.houses} />
        </div>
      )}
    </Card>
  );
}
