// The region's timeline for officials: which house moved from whom to whom, which facts changed; the choice lives in the URL.
import { Link, useLoaderData, useLocation } from '@remix-run/react';
import {
  Card,
  CellSub,
  type Column,
  Empty,
  FilterForm,
  FilterSelect,
  PageHead,
  pageTitle,
  Pagination,
  Table,
  useFormat,
} from '@zhkh/ui';
import { useTranslation } from 'react-i18next';
import { bareCity } from '../../../domain/address-search/place-words.ts';
import { changesQuery } from '../../../domain/schemas.ts';
import { isoDateIn } from '../../../domain/season.ts';
import { read } from '../../../http.server.ts';
import { municipalitiesOf } from '../../../open-data/version.server.ts';
import { CHANGES_PAGE, type ChangeRow, changes, periodOf } from '../../../queries/changes.server.ts';
import { DayField } from '../../../ui/range-fields.tsx';
import { SourceDetails } from '../../../ui/source-line.tsx';
import { useChangeWords } from '../../../ui/use-change-words.ts';

export const loader = read({ can: 'directory.read-register', query: changesQuery }, async ({ ctx, query }) => {
  const [found, places] = await Promise.all([changes(ctx, query), municipalitiesOf(ctx)]);
  return {
    ...found,
    query: { ...query, ...periodOf(ctx, query) },
    size: CHANGES_PAGE,
    places: places.map(({ code, city }) => ({ value: code, label: `${bareCity(city)}, ${code}` })),
    today: isoDateIn(ctx.clock.now(), ctx.tenant.timeZone),
    title: ctx.t('directory:changes.title'),
  };
});

export const meta = pageTitle;

const KINDS = ['manager', 'house', 'company'] as const;

export default function Changes() {
  const { t } = useTranslation('directory');
  const { rows, total, query, size, places, title, today } = useLoaderData<typeof loader>();
  const { search } = useLocation();
  const columns = useColumns(today);
  return (
    <div className="stack">
      <PageHead
        title={title}
        sub={t('changes.sub')}
        end={
          <a className="btn" href={`/authority/changes.csv${search}`} download>
            {t('register.export')}
          </a>
        }
      />
      <FilterForm found={t('changes.found', { count: total })} label={t('register.filters')}>
        <FilterSelect
          name="kind"
          label={t('changes.kind')}
          empty={t('changes.anyKind')}
          options={KINDS.map((value) => ({ value, label: t(`changes.kinds.${value}`) }))}
          defaultValue={query.kind}
        />
        {places.length > 1 && (
          <FilterSelect
            name="municipality"
            label={t('openData.municipality')}
            empty={t('openData.whole')}
            options={places}
            defaultValue={query.municipality}
          />
        )}
        <DayField name="from" label={t('changes.from')} value={query.from} />
        <DayField name="to" label={t('changes.to')} value={query.to} />
        <button className="btn" type="submit">
          {t('changes.show')}
        </button>
      </FilterForm>
      {rows.length === 0 ? (
        <Empty title={t('changes.none')}>{t('changes.noneHow')}</Empty>
      ) : (
        <Card kind="flush">
          <Table caption={title} columns={columns} rows={rows} rowKey={(row) => row.key} />
        </Card>
      )}
      <Pagination page={query.page} size={size} total={total} />
    </div>
  );
}

function useColumns(today: string): Column<ChangeRow>[] {
  const { t } = useTranslation('directory');
  const f = useFormat();
  const words = useChangeWords();
  return [
    {
      key: 'subject',
      head: t('changes.subject'),
      cell: (row) => (
        <Link to={row.houseId ? `/authority/houses/${row.houseId}` : `/companies/${row.companyId}`}>{row.subject}</Link>
      ),
    },
    { key: 'on', head: t('changes.on'), phone: 'wide', cell: (row) => <span className="nw">{f.day(row.on)}</span> },
    {
      key: 'what',
      head: t('changes.what'),
      phone: 'wide',
      cell: (row) => (
        <>
          {row.field === 'manager'
            ? words.moved(row.before, row.after, row.on > today)
            : words.changed(row.field, row.before, row.after)}
          {!row.exact && <CellSub>{t('changes.notLater')}</CellSub>}
        </>
      ),
    },
    {
      key: 'source',
      head: t('source.title'),
      phone: 'wide',
      cell: (row) => (
        <>
          {row.document && <CellSub>{row.document}</CellSub>}
          <SourceDetails sources={[row.source]} />
        </>
      ),
    },
  ];
}
