// Capital repair of a house: money, what is planned next, what was done, elements; the sources one click away.
import { Card, CardHead, CellSub, DefinitionList, Table, useFormat } from '@zhkh/ui';
import { useTranslation } from 'react-i18next';
import type { CapitalRepair, RepairWork } from '../queries/capital-repair-of.server.ts';
import { distinctSources, SourceDetails } from './source-line.tsx';

export function HouseRepair({ repair, zone }: { repair: CapitalRepair | null; zone: string }) {
  const { t } = useTranslation('directory');
  if (!repair) return null;
  return (
    <Card kind="flush">
      <CardHead title={t('repair.title')} />
      <div className="item">
        <Money repair={repair} zone={zone} />
      </div>
      {repair.works.length > 0 && <Works works={repair.works} />}
      <div className="item">
        {repair.elements.length > 0 && <Elements repair={repair} />}
        <SourceDetails sources={distinctSources(sourcesOf(repair))} />
      </div>
    </Card>
  );
}

function sourcesOf(repair: CapitalRepair) {
  return [repair.source, ...repair.works.map((work) => work.source), ...repair.elements.map((one) => one.source)];
}

function Money({ repair, zone }: { repair: CapitalRepair; zone: string }) {
  const { t } = useTranslation('directory');
  const f = useFormat(zone);
  const sum = (kopecks: number | null | undefined) => (kopecks === null || kopecks === undefined ? null : f.money(kopecks));
  const pairs = [
    { name: t('repair.collected'), value: sum(repair.money?.collected) },
    { name: t('repair.spent'), value: sum(repair.money?.spent) },
    { name: t('repair.balance'), value: sum(repair.money?.balance) },
    { name: t('repair.debts'), value: sum(repair.money?.debts) },
    { name: t('repair.way'), value: repair.money?.way },
    { name: t('repair.moneyOn'), value: repair.money?.on && f.day(repair.money.on) },
    { name: t('repair.since'), value: repair.inProgramSince && f.day(repair.inProgramSince) },
    { name: t('repair.excluded'), value: repair.excludedOn && f.day(repair.excludedOn) },
    { name: t('repair.energy'), value: repair.energyClass },
  ];
  return <DefinitionList pairs={pairs.filter((pair) => Boolean(pair.value))} left />;
}

function Works({ works }: { works: readonly RepairWork[] }) {
  const { t } = useTranslation('directory');
  const f = useFormat();
  return (
    <Table
      caption={t('repair.works')}
      rows={works}
      rowKey={(work) => work.id}
      columns={[
        {
          key: 'kind',
          head: t('repair.work'),
          cell: (work) => (
            <>
              {work.kind}
              {work.contractor && <CellSub>{work.contractor}</CellSub>}
            </>
          ),
        },
        {
          key: 'when',
          head: t('repair.when'),
          phone: 'wide',
          phoneLabel: t('repair.when'),
          cell: (work) =>
            work.finishedOn ? <span className="ok">{t('repair.done', { date: f.day(work.finishedOn) })}</span> : work.plannedYear,
        },
        {
          key: 'cost',
          head: t('repair.cost'),
          numeric: true,
          phone: 'wide',
          phoneLabel: t('repair.cost'),
          cell: (work) =>
            work.cost !== null && (
              <>
                {f.money(work.cost)}
                <CellSub>{t(work.costIsContract ? 'repair.byContract' : 'repair.byPlan')}</CellSub>
              </>
            ),
        },
      ]}
    />
  );
}

function Elements({ repair }: { repair: CapitalRepair }) {
  const { t } = useTranslation('directory');
  return (
    <details>
      <summary>{t('repair.elements', { count: repair.elements.length })}</summary>
      <ul>
        {repair.elements.map((element) => (
          <li key={element.id}>
            {[
              element.kind,
              element.detail,
              element.since && t('repair.from', { year: element.since.slice(0, 4) }),
              element.until && t('repair.until', { year: element.until.slice(0, 4) }),
            ]
              .filter(Boolean)
              .join(', ')}
          </li>
        ))}
      </ul>
    </details>
  );
}
