// What the tax service says of a company; a state worth a warning comes first, what no register told is left out.
import { BarList, Card, DefinitionList, Notice, useFormat } from '@zhkh/ui';
import { useTranslation } from 'react-i18next';
import type { CompanyFacts as Facts, RegistrationChange } from '../queries/company-facts.server.ts';
import { SourceDetails } from './source-line.tsx';

export function CompanyFacts({ facts }: { facts: Facts }) {
  const { t } = useTranslation('directory');
  const { registration, finance, staff, sme } = facts;
  if (!registration && finance.length === 0 && staff.length === 0 && !sme) return null;
  const sources = [registration, ...finance, ...staff, sme].map((fact) => fact?.source ?? null);
  return (
    <Card id="facts">
      <h2>{t('fns.title')}</h2>
      <Pairs facts={facts} />
      <Years facts={facts} />
      {registration && <Changes changes={registration.changes} />}
      <SourceDetails sources={sources} />
    </Card>
  );
}

/** Stands above everything else on the card. */
export function CompanyWarnings({ registration }: { registration: Facts['registration'] }) {
  const { t } = useTranslation('directory');
  const f = useFormat();
  if (!registration) return null;
  const { status, statusText, statusOn } = registration;
  const ended = status === 'excluded' || status === 'ceased';
  return (
    <>
      {status !== 'active' && (
        <Notice tone={ended ? 'late' : 'soon'} title={t(`fns.warning.${status}`)}>
          {[statusOn && t('fns.since', { date: f.day(statusOn) }), statusText].filter(Boolean).join('. ')}
        </Notice>
      )}
      {registration.addressUnreliable && (
        <Notice tone="soon" title={t('fns.addressUnreliable')}>
          {registration.addressNote}
        </Notice>
      )}
    </>
  );
}

function Changes({ changes }: { changes: readonly RegistrationChange[] }) {
  const { t } = useTranslation('directory');
  const f = useFormat();
  if (changes.length === 0) return null;
  const said = (change: RegistrationChange, value: string | null) => {
    if (value === null) return t('fns.notTold');
    if (change.field === 'status') return t(`fns.states.${value}`);
    return change.field === 'capital' ? f.money(Number(value) * 100) : value;
  };
  return (
    <details className="small sub">
      <summary>{t('fns.changes')}</summary>
      <ul>
        {changes.map((change) => (
          <li key={`${change.on} ${change.field}`}>
            {t('fns.change', {
              date: f.day(change.on),
              what: t(`fns.changed.${change.field}`),
              before: said(change, change.before),
              after: said(change, change.after),
            })}
          </li>
        ))}
      </ul>
    </details>
  );
}

function Pairs({ facts }: { facts: Facts }) {
  const { t } = useTranslation('directory');
  const f = useFormat();
  const { registration, sme } = facts;
  const smeText = sme?.goneBy
    ? t('fns.smeGone', { date: f.day(sme.goneBy), category: t(`fns.categories.${sme.category}`) })
    : sme && `${t(`fns.categories.${sme.category}`)}${sme.since ? `, ${t('fns.since', { date: f.day(sme.since) })}` : ''}`;
  const pairs = [
    { name: t('fns.status'), value: registration && t(`fns.states.${registration.status}`) },
    { name: t('fns.registeredOn'), value: registration?.registeredOn && f.day(registration.registeredOn) },
    { name: t('fns.okved'), value: registration?.okved && `${registration.okved} ${registration.okvedName ?? ''}`.trim() },
    { name: t('fns.capital'), value: registration?.capital && f.money(registration.capital * 100) },
    { name: t('fns.address'), value: registration?.address },
    { name: t('fns.email'), value: registration?.email && <a href={`mailto:${registration.email}`}>{registration.email}</a> },
    { name: t('fns.sme'), value: smeText },
  ];
  return <DefinitionList left pairs={pairs.filter((pair) => Boolean(pair.value))} />;
}

/** Income as bars by year; expenses and staff of the same year stand before them. */
function Years({ facts: { finance, staff } }: { facts: Facts }) {
  const { t } = useTranslation('directory');
  const f = useFormat();
  const years = [...new Set([...finance, ...staff].map((row) => row.year))].sort((a, b) => b - a);
  if (years.length === 0) return null;
  const millions = (roubles: number) => t('fns.millions', { sum: f.number(roubles / 1e6, 1) });
  const bars = years.map((year) => {
    const money = finance.find((row) => row.year === year);
    const people = staff.find((row) => row.year === year);
    const beside = [
      money && t('fns.expense', { sum: millions(money.expense) }),
      people && t('fns.people', { count: people.count }),
    ];
    return {
      key: String(year),
      label: `${year}: ${beside.filter(Boolean).join(', ')}`,
      value: money?.income ?? 0,
      shown: money ? <span className="nw">{t('fns.income', { sum: millions(money.income) })}</span> : '',
    };
  });
  return (
    <>
      <h3>{t('fns.years')}</h3>
      <BarList bars={bars} label={t('fns.years')} />
    </>
  );
}
