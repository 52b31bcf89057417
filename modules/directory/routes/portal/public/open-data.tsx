// Open data for everybody: what the sets hold, how fresh they are, how to take them, what each field means.
import { useLoaderData } from '@remix-run/react';
import { Card, DefinitionList, FilterForm, FilterSelect, Page, pageTitle, Table, useFormat } from '@zhkh/ui';
import { useTranslation } from 'react-i18next';
import { bareCity } from '../../../domain/address-search/place-words.ts';
import { openDataQuery } from '../../../domain/schemas.ts';
import { read } from '../../../http.server.ts';
import { fieldsOfSet, formats, type SetName, setNames } from '../../../domain/open-data.ts';
import { municipalitiesOf, setCounts, setVersion } from '../../../open-data/version.server.ts';

export const loader = read({ can: 'public', query: openDataQuery }, async ({ ctx, query }) => {
  const [counts, version, places] = await Promise.all([setCounts(ctx), setVersion(ctx), municipalitiesOf(ctx)]);
  return {
    counts,
    updated: counts.houses > 0 ? version.updated.toISOString() : null,
    municipality: query.municipality ?? '',
    places: places.map(({ code, city, houses }) => ({ value: code, label: `${bareCity(city)}, ${code} (${houses})` })),
    region: ctx.tenant.name,
    title: ctx.t('directory:openData.title'),
  };
});

export const meta = pageTitle;

export default function OpenData() {
  const { t } = useTranslation('directory');
  const { municipality, places, region, title } = useLoaderData<typeof loader>();
  return (
    <Page room="tabs" width="wide">
      <div className="stack stack--2">
        <h1>{title}</h1>
        <p className="lead">{t('openData.lead', { region })}</p>
      </div>
      {places.length > 1 && (
        <FilterForm label={t('openData.filter')}>
          <FilterSelect
            name="municipality"
            label={t('openData.municipality')}
            empty={t('openData.whole')}
            options={places}
            defaultValue={municipality}
          />
        </FilterForm>
      )}
      <div className="grid grid--2">
        {setNames.map((set) => (
          <SetCard key={set} set={set} />
        ))}
      </div>
      <Card>
        <h2>{t('openData.termsTitle')}</h2>
        <p>{t('openData.terms', { region })}</p>
        <p className="small sub">{t('openData.machine')}</p>
      </Card>
    </Page>
  );
}

function SetCard({ set }: { set: SetName }) {
  const { t } = useTranslation('directory');
  const f = useFormat();
  const { counts, updated, municipality, region } = useLoaderData<typeof loader>();
  const query = municipality ? `?municipality=${municipality}` : '';
  return (
    <Card>
      <h2>{t(`openData.${set}.title`, { region })}</h2>
      <p>{t(`openData.${set}.description`, { region })}</p>
      <DefinitionList
        pairs={[
          { name: t('openData.rows'), value: f.number(counts[set]) },
          { name: t('openData.updated'), value: updated ? f.dateTime(updated) : t('openData.never') },
        ]}
      />
      <p className="row row--wrap">
        {formats.map((format) => (
          <a key={format} className="btn" href={`/open-data/${set}.${format}${query}`} download>
            {t(`openData.format.${format}`)}
          </a>
        ))}
      </p>
      <p className="small">
        <a href={`/open-data/${set}/passport.json`}>{t('openData.passportJson')}</a>,{' '}
        <a href={`/open-data/${set}/passport.csv`}>{t('openData.passportCsv')}</a>,{' '}
        <a href={`/open-data/${set}/structure.csv`}>{t('openData.structure')}</a>
      </p>
      <details>
        <summary>{t('openData.fields', { count: fieldsOfSet[set].length })}</summary>
        <Table
          caption={t('openData.fields', { count: fieldsOfSet[set].length })}
          rows={fieldsOfSet[set]}
          rowKey={(field) => field.name}
          columns={[
            { key: 'name', head: t('openData.field'), cell: (field) => <code>{field.name}</code> },
            { key: 'meaning', head: t('openData.meaning'), phone: 'wide', cell: (field) => field.meaning },
          ]}
        />
      </details>
    </Card>
  );
}
