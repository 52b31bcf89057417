// The list of parked failures and its filter.
import { Link } from '@remix-run/react';
import { Button, Card, CellSub, type Column, FilterForm, FilterSelect, Form, Table } from '@zhkh/ui';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { Confirm, Hidden } from './confirm.tsx';

export interface FailureView {
  region: string;
  regionName: string;
  kind: string;
  kindName: string;
  id: string;
  what: string;
  reason: string;
  tries: number;
  at: string;
}

export function FailureFilter({
  regions,
  kinds,
  filter,
}: {
  regions: readonly { slug: string; name: string }[];
  kinds: readonly { value: string; label: string }[];
  filter: { region: string; kind: string };
}) {
  const { t } = useTranslation('superadmin');
  return (
    <FilterForm label={t('failures.show')}>
      <FilterSelect
        name="region"
        label={t('failures.region')}
        empty={t('failures.all-regions')}
        defaultValue={filter.region}
        options={regions.map((region) => ({ value: region.slug, label: region.name }))}
      />
      <FilterSelect
        name="kind"
        label={t('failures.kind')}
        empty={t('failures.all-kinds')}
        defaultValue={filter.kind}
        options={kinds}
      />
    </FilterForm>
  );
}

export function FailuresTable({ items, mayChange }: { items: readonly FailureView[]; mayChange: boolean }) {
  const { t } = useTranslation('superadmin');
  return (
    <Card kind="flush">
      <Table
        caption={t('failures.caption')}
        columns={columnsOf(t, mayChange)}
        rows={items}
        rowKey={(item) => `${item.region} ${item.id}`}
      />
    </Card>
  );
}

function columnsOf(t: TFunction<'superadmin'>, mayChange: boolean): Column<FailureView>[] {
  const columns: Column<FailureView>[] = [
    {
      key: 'what',
      head: t('failures.what'),
      cell: (item) => (
        <>
          <span className="strong">{item.kindName}</span>
          <CellSub>{item.what}</CellSub>
        </>
      ),
    },
    { key: 'region', head: t('failures.region'), cell: (item) => <Link to={`/regions/${item.region}`}>{item.regionName}</Link> },
    { key: 'reason', head: t('failures.reason'), cell: (item) => <span className="small">{item.reason}</span>, phone: 'wide' },
    { key: 'tries', head: t('failures.tries'), numeric: true, cell: (item) => item.tries, phoneLabel: t('failures.tries') },
    { key: 'since', head: t('failures.since'), cell: (item) => <span className="small nw">{item.at}</span> },
  ];
  return mayChange
    ? [...columns, { key: 'actions', head: t('failures.actions'), cell: (item) => <Actions item={item} />, phone: 'wide' }]
    : columns;
}

function Actions({ item }: { item: FailureView }) {
  const { t } = useTranslation('superadmin');
  const fields = { region: item.region, kind: item.kind, id: item.id };
  return (
    <div className="stack stack--2">
      <Form intent="retry">
        <Hidden fields={fields} />
        <Button size="s">{t('failures.retry')}</Button>
      </Form>
      <Confirm
        open={t('failures.discard')}
        question={t('failures.confirm-discard')}
        verb={t('failures.do-discard')}
        intent="discard"
        fields={fields}
      />
    </div>
  );
}
