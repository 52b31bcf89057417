// The week of the territory: four numbers, the one thing to act on, two charts.
import { Link } from '@remix-run/react';
import { BarList, ButtonLink, Card, CardHead, LineChart, PageHead, Stat, useFormat } from '@zhkh/ui';
import type { Overview } from '../../queries/authority-overview.server.ts';
import { useComplaintWords } from '../use-words.ts';

const FEW = 5;
const percent = (part: number, all: number) => Math.round((part / all) * 100);

export function OverviewPage({ overview }: { overview: Overview }) {
  const t = useComplaintWords();
  const format = useFormat();
  const sub = t('authority.sub', {
    from: format.date(overview.from),
    to: format.date(overview.to),
    time: format.time(overview.to),
  });
  return (
    <div className="stack">
      <PageHead
        title={t('authority.title')}
        sub={sub}
        end={
          <ButtonLink icon="download" to="/authority/complaints.csv" reloadDocument>
            {t('authority.export')}
          </ButtonLink>
        }
      />
      <Tiles overview={overview} />
      <Act overview={overview} />
      <div className="grid grid--2">
        <MostLate overview={overview} />
        <Weekly overview={overview} />
      </div>
    </div>
  );
}

function Tiles({ overview: o }: { overview: Overview }) {
  const t = useComplaintWords();
  const change = o.overdueNow - o.overdueWeekAgo;
  const trend =
    change === 0
      ? t('authority.overdue-same')
      : t(`authority.overdue-${change < 0 ? 'less' : 'more'}`, { count: Math.abs(change) });
  const enough = o.answers.all >= FEW;
  const was =
    o.answersBefore.all >= FEW
      ? t('authority.on-time-was', { before: percent(o.answersBefore.inTime, o.answersBefore.all), goal: o.goal })
      : t('authority.on-time-goal', { goal: o.goal });
  return (
    <div className="grid grid--4">
      <Stat
        label={t('authority.overdue')}
        value={o.overdueNow}
        note={trend}
        to="/authority/complaints?state=late"
        {...(o.overdueNow > 0 && { tone: 'late' as const })}
      />
      <Stat
        label={t('authority.on-time')}
        value={enough ? percent(o.answers.inTime, o.answers.all) : '—'}
        {...(enough && { unit: '%' })}
        note={enough ? was : t('authority.few')}
      />
      <Stat
        label={t('authority.filed')}
        value={o.filed}
        {...(o.topGroup && {
          note: t('authority.filed-top', { name: o.topGroup.name.toLowerCase(), share: Math.round(o.topGroup.share * 100) }),
        })}
        to="/authority/complaints"
      />
      <Stat
        label={t('authority.confirmed')}
        value={o.checked > 0 ? percent(o.confirmed, o.checked) : '—'}
        {...(o.checked > 0 && { unit: '%' })}
        note={o.checked > 0 ? t('authority.checked', { count: o.checked }) : t('authority.few')}
      />
    </div>
  );
}

function Act({ overview }: { overview: Overview }) {
  const t = useComplaintWords();
  const words = [
    overview.queue > 0 && t('authority.act-queue', { count: overview.queue }),
    overview.undelivered > 0 && t('authority.act-calls', { count: overview.undelivered }),
  ].filter(Boolean);
  return (
    <Card kind={words.length > 0 ? 'lamp' : 'plain'}>
      <CardHead title={t('authority.act-title')} sub={words.length > 0 ? words.join(', ') : t('authority.act-none')} />
      {words.length > 0 && (
        <p>
          <ButtonLink kind="main" to="/authority/queue">
            {t('authority.act-open')}
          </ButtonLink>
        </p>
      )}
    </Card>
  );
}

function MostLate({ overview }: { overview: Overview }) {
  const t = useComplaintWords();
  const bars = overview.companies.map((company) => ({
    key: company.id,
    label: company.name,
    value: company.late,
    note: t('authority.of-open', { share: Math.round(company.share * 100) }),
    to: `/authority/complaints?state=late&company=${company.id}`,
  }));
  return (
    <Card>
      <CardHead
        title={t('authority.most-late')}
        link={{ to: '/authority/complaints?state=late', label: t('authority.all-late') }}
      />
      {bars.length > 0 ? (
        <BarList bars={bars} tone="late" label={t('authority.most-late')} />
      ) : (
        <p className="sub">{t('authority.most-late-none')}</p>
      )}
    </Card>
  );
}

function Weekly({ overview }: { overview: Overview }) {
  const t = useComplaintWords();
  const format = useFormat();
  const points = overview.weeks.flatMap((week) =>
    week.share === null ? [] : [{ label: format.day(week.monday), value: Math.round(week.share * 100) }],
  );
  const last = points.at(-1)?.value ?? 0;
  return (
    <Card>
      <CardHead title={t('authority.weekly')} />
      {points.length > 2 ? (
        <LineChart
          summary={t('authority.weekly-summary', { last, goal: overview.goal })}
          axis={t('authority.week')}
          points={points}
          unit="%"
          goal={overview.goal}
          max={100}
        />
      ) : (
        <p className="sub">
          {t('authority.weekly-none')} <Link to="/authority/complaints">{t('authority.list')}</Link>
        </p>
      )}
    </Card>
  );
}
