// Prices of utilities for residents: what holds today and what follows, each by its decision.
import { Card, CardHead, CellSub, Table, useFormat } from '@zhkh/ui';
import { useTranslation } from 'react-i18next';
import type { Tariffs, TariffView } from '../queries/tariffs-of.server.ts';
import { distinctSources, SourceDetails } from './source-line.tsx';

export function HouseTariffs({ tariffs, zone }: { tariffs: Tariffs; zone: string }) {
  const { t } = useTranslation('directory');
  const now = tariffs.now.filter((one) => one.consumerGroup === 'population');
  if (now.length === 0) return null;
  const paid = now.filter(
    (one) => one.kind === 'preferential' || !now.some((other) => other.kind === 'preferential' && sameThing(one, other)),
  );
  return (
    <Card kind="flush">
      <CardHead title={t('tariffs.title')} />
      <Prices paid={paid} all={now} next={tariffs.next} zone={zone} />
      <div className="item">
        <Acts tariffs={[...now, ...tariffs.next]} zone={zone} />
        <SourceDetails sources={distinctSources(now.map((one) => one.source))} />
      </div>
    </Card>
  );
}

function sameThing(one: TariffView, other: TariffView): boolean {
  return (
    one.resource === other.resource &&
    one.component === other.component &&
    one.consumerGroup === other.consumerGroup &&
    one.organisation === other.organisation &&
    one.differentiation === other.differentiation
  );
}

function Prices(props: { paid: readonly TariffView[]; all: readonly TariffView[]; next: readonly TariffView[]; zone: string }) {
  const { t } = useTranslation('directory');
  const f = useFormat(props.zone);
  const price = (tariff: TariffView) => {
    const value = tariff.priceWithVat ?? tariff.price;
    return `${f.number(value / 10_000, value % 100 === 0 ? 2 : 4)} ₽/${tariff.unit}`;
  };
  const justified = (paid: TariffView) =>
    paid.kind === 'preferential' && props.all.find((one) => one.kind === 'economically_justified' && sameThing(one, paid));
  const following = (paid: TariffView) => props.next.find((one) => one.kind === paid.kind && sameThing(one, paid));
  return (
    <Table
      caption={t('tariffs.title')}
      rows={props.paid}
      rowKey={(tariff) => tariff.id}
      columns={[
        {
          key: 'resource',
          head: t('tariffs.resource'),
          cell: (tariff) => (
            <>
              {tariff.resource}
              {tariff.component && <CellSub>{tariff.component}</CellSub>}
            </>
          ),
        },
        {
          key: 'now',
          head: t('tariffs.now'),
          numeric: true,
          phone: 'main',
          cell: (tariff) => {
            const full = justified(tariff);
            return (
              <>
                {price(tariff)}
                {full && <CellSub>{t('tariffs.full', { price: price(full) })}</CellSub>}
              </>
            );
          },
        },
        {
          key: 'next',
          head: t('tariffs.next'),
          numeric: true,
          phone: 'wide',
          phoneLabel: t('tariffs.next'),
          cell: (tariff) => {
            const next = following(tariff);
            return (
              next && (
                <>
                  {price(next)}
                  <CellSub>{t('tariffs.from', { date: f.day(next.from) })}</CellSub>
                </>
              )
            );
          },
        },
      ]}
    />
  );
}

function Acts({ tariffs, zone }: { tariffs: readonly TariffView[]; zone: string }) {
  const { t } = useTranslation('directory');
  const f = useFormat(zone);
  const acts = [...new Map(tariffs.map(({ act }) => [`${act.number} ${act.date}`, act])).values()];
  return (
    <ul className="small sub">
      {acts.map((act) => (
        <li key={`${act.number} ${act.date}`}>
          {t('tariffs.act', { body: act.body, number: act.number, date: f.day(act.date) })}{' '}
          {act.url && (
            <a href={act.url} rel="nofollow noreferrer">
              {t('tariffs.open')}
            </a>
          )}
        </li>
      ))}
    </ul>
  );
}
