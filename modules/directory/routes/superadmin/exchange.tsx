// The exchange with ГИС ЖКХ for operators: what each operation brought, what is under way, and «ask now».
import { redirect } from '@remix-run/node';
import { Link, useActionData, useLoaderData } from '@remix-run/react';
import { importsPage, ownPages } from '@zhkh/imports';
import { Button, Card, CellSub, Form, Notice, PageHead, pageTitle, Table, useFormat } from '@zhkh/ui';
import { useTranslation } from 'react-i18next';
import { orderExchange } from '../../commands/order-exchange.server.ts';
import { orderExchangeForm, regionParams } from '../../domain/schemas.ts';
import { change, read } from '../../http.server.ts';
import { type ExchangeRow, exchangeState } from '../../queries/exchange-state.server.ts';
import { ImportsTabs } from '../../ui/imports-tabs.tsx';

export const loader = read({ can: 'directory.import', params: regionParams }, async ({ ctx, params }) => ({
  ...(await exchangeState(ctx)),
  pages: [...ownPages, ...ctx.plugs(importsPage)].toSorted((a, b) => a.order - b.order),
  slug: params.slug,
  region: ctx.tenant.name,
  title: ctx.t('directory:exchange.title'),
}));

export const action = change(
  { can: 'directory.import', params: regionParams, form: orderExchangeForm },
  async ({ ctx, params, form }) => {
    await orderExchange(ctx, form.operation);
    return redirect(`/regions/${params.slug}/imports/exchange`);
  },
);

export const meta = pageTitle;

export default function Exchange() {
  const { t } = useTranslation('directory');
  const { rows, connected, pages, region, slug } = useLoaderData<typeof loader>();
  return (
    <div className="stack">
      <PageHead title={t('exchange.title')} sub={`${region}. ${t('exchange.sub')}`} />
      <ImportsTabs slug={slug} pages={pages} />
      {!connected && <Notice tone="soon">{t('exchange.off')}</Notice>}
      <Card kind="flush">
        <Operations rows={rows} connected={connected} slug={slug} />
      </Card>
    </div>
  );
}

function Operations({ rows, connected, slug }: { rows: readonly ExchangeRow[]; connected: boolean; slug: string }) {
  const { t } = useTranslation('directory');
  const f = useFormat();
  return (
    <Table
      caption={t('exchange.title')}
      rows={rows}
      rowKey={(row) => row.operation}
      columns={[
        {
          key: 'what',
          head: t('exchange.what'),
          cell: (row) => (
            <>
              {t(`exchange.operations.${row.operation}`)}
              <CellSub>{row.action}</CellSub>
            </>
          ),
        },
        {
          key: 'last',
          head: t('exchange.last'),
          phone: 'wide',
          phoneLabel: t('exchange.last'),
          cell: (row) => (row.lastAnswer ? f.dateTime(row.lastAnswer) : t('exchange.never')),
        },
        { key: 'waiting', head: t('exchange.waiting'), numeric: true, phone: 'hide', cell: (row) => row.waiting },
        { key: 'failed', head: t('exchange.failed'), numeric: true, phone: 'hide', cell: (row) => row.failed },
        {
          key: 'import',
          head: t('exchange.import'),
          phone: 'wide',
          cell: (row) =>
            row.importId && (
              <Link to={`/regions/${slug}/imports/${row.importId}`}>{t(`imports:runs.states.${row.importState}`)}</Link>
            ),
        },
        { key: 'ask', head: t('exchange.ask'), phone: 'wide', cell: (row) => <Ask row={row} disabled={!connected} /> },
      ]}
    />
  );
}

function Ask({ row, disabled }: { row: ExchangeRow; disabled: boolean }) {
  const { t } = useTranslation('directory');
  const state = useActionData<typeof action>();
  if (row.ordered) return <>{t('exchange.ordered')}</>;
  return (
    <Form state={state} className="actions">
      <input type="hidden" name="operation" value={row.operation} />
      <Button size="s" kind="quiet" disabled={disabled}>
        {t('exchange.askNow')}
      </Button>
    </Form>
  );
}
