// What supervision says of a company: licence, reports, inspections, prescriptions, protocols.
// Cancelled ones are shown as such.
import { Card, CardHead, CellSub, DefinitionList, Table, useFormat } from '@zhkh/ui';
import { useTranslation } from 'react-i18next';
import type { Supervision } from '../queries/supervision-of.server.ts';
import { distinctSources, SourceDetails } from './source-line.tsx';

export function CompanySupervision({ supervision }: { supervision: Supervision | null }) {
  if (!supervision) return null;
  return (
    <>
      <Summary supervision={supervision} />
      {supervision.examinations.length > 0 && <Examinations supervision={supervision} />}
      {supervision.precepts.length > 0 && <Precepts supervision={supervision} />}
    </>
  );
}

function Summary({ supervision }: { supervision: Supervision }) {
  const { t } = useTranslation('directory');
  const f = useFormat();
  const { counts, licences, licenceHouses, reports } = supervision;
  const pairs = [
    ...licences.map((licence) => ({
      name: t('supervision.licence', { number: licence.number }),
      value: (
        <>
          <span className={licence.active ? 'ok' : 'late'}>{t(`supervision.licenceStatus.${licence.status}`)}</span>
          {licence.to && `, ${t('supervision.until', { date: f.day(licence.to) })}`}
        </>
      ),
    })),
    licenceHouses.included + licenceHouses.excluded > 0 && {
      name: t('supervision.licenceHouses'),
      value: t('supervision.housesInOut', { included: licenceHouses.included, excluded: licenceHouses.excluded }),
    },
    ...reports.map((report) => ({
      name: t('supervision.report', { year: report.year }),
      value: t('supervision.reportPlaced', { placed: report.placed, all: report.placed + report.missing }),
    })),
    {
      name: t('supervision.examinations'),
      value: t('supervision.withOffence', { all: counts.examinations, bad: counts.withOffence }),
    },
    {
      name: t('supervision.precepts'),
      value: (
        <>
          {t('supervision.preceptsOpen', { open: counts.preceptsOpen, done: counts.preceptsFulfilled })}
          {counts.preceptsOverdue > 0 && (
            <span className="late"> {t('supervision.overdue', { count: counts.preceptsOverdue })}</span>
          )}
        </>
      ),
    },
    { name: t('supervision.offences'), value: f.number(counts.offencesOpen) },
  ];
  return (
    <Card>
      <h2>{t('supervision.title')}</h2>
      <DefinitionList pairs={pairs.filter((pair) => pair !== false)} left />
      <SourceDetails sources={distinctSources(allSources(supervision))} />
    </Card>
  );
}

function allSources(supervision: Supervision) {
  const { licences, reports, examinations, precepts, offences } = supervision;
  return [licences, reports, examinations, precepts, offences].flatMap((list) => list.map((one) => one.source));
}

function Examinations({ supervision }: { supervision: Supervision }) {
  const { t } = useTranslation('directory');
  const f = useFormat();
  return (
    <Card kind="flush">
      <CardHead title={t('supervision.examinations')} />
      <Table
        caption={t('supervision.examinations')}
        rows={supervision.examinations}
        rowKey={(one) => one.id}
        columns={[
          {
            key: 'what',
            head: t('supervision.what'),
            cell: (one) => (
              <>
                {one.objective ?? one.orderNumber}
                <CellSub>{[t(`supervision.kinds.${one.kind}`), one.form].filter(Boolean).join(', ')}</CellSub>
              </>
            ),
          },
          { key: 'from', head: t('supervision.when'), phone: 'main', cell: (one) => one.from && f.day(one.from) },
          {
            key: 'state',
            head: t('supervision.result'),
            phone: 'wide',
            cell: (one) => (
              <>
                <span className={one.counted ? undefined : 'muted'}>{t(`supervision.states.${one.state}`)}</span>
                {one.hasOffence && <CellSub>{one.nature ?? t('supervision.offenceFound')}</CellSub>}
              </>
            ),
          },
        ]}
      />
      <div className="item">
        <SourceDetails sources={distinctSources(supervision.examinations.map((one) => one.source))} />
      </div>
    </Card>
  );
}

function Precepts({ supervision }: { supervision: Supervision }) {
  const { t } = useTranslation('directory');
  const f = useFormat();
  return (
    <Card kind="flush">
      <CardHead title={t('supervision.precepts')} />
      <Table
        caption={t('supervision.precepts')}
        rows={supervision.precepts}
        rowKey={(one) => one.id}
        columns={[
          {
            key: 'what',
            head: t('supervision.what'),
            cell: (one) => (
              <>
                {one.summary ?? one.number}
                <CellSub>{t('supervision.number', { number: one.number, date: f.day(one.date) })}</CellSub>
              </>
            ),
          },
          {
            key: 'deadline',
            head: t('supervision.deadline'),
            phone: 'wide',
            phoneLabel: t('supervision.deadline'),
            cell: (one) => one.deadline && f.day(one.deadline),
          },
          {
            key: 'state',
            head: t('supervision.result'),
            phone: 'main',
            cell: (one) => (
              <span className={one.state === 'NotFilled' ? 'late' : undefined}>
                {t(`supervision.preceptStates.${one.state}`)}
              </span>
            ),
          },
        ]}
      />
      <div className="item">
        <SourceDetails sources={distinctSources(supervision.precepts.map((one) => one.source))} />
      </div>
    </Card>
  );
}
