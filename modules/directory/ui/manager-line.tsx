// Who manages the house and since when; a register's dump alone knows only «not later than».
import { Card, DefinitionList, Notice, telHref, useFormat } from '@zhkh/ui';
import { Link } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import type { ManagerView } from '../contract.ts';
import type { Term } from '../queries/house-card.server.ts';
import { SourceDetails } from './source-line.tsx';

export function ManagerCard({ manager, terms, today }: { manager: ManagerView | null; terms: readonly Term[]; today: string }) {
  const { t } = useTranslation('directory');
  const f = useFormat();
  const coming = terms.find((term) => term.from > today);
  return (
    <Card>
      <h2>{t('manager.title')}</h2>
      {manager ? <Manager manager={manager} /> : <Notice tone="soon">{t('manager.nobodyHow')}</Notice>}
      <SourceDetails sources={terms.filter((term) => term.id === manager?.contractId).map((term) => term.source)} />
      {coming && coming.companyId !== manager?.companyId && (
        <Notice>{t('manager.coming', { name: coming.company, date: f.day(coming.from) })}</Notice>
      )}
    </Card>
  );
}

function Manager({ manager }: { manager: ManagerView }) {
  const { t } = useTranslation('directory');
  const f = useFormat();
  const phones = [
    { name: t('company.dispatcher'), phone: manager.dispatcherPhone },
    { name: t('company.phone'), phone: manager.phone },
  ].filter((one): one is { name: string; phone: string } => one.phone !== null);
  return (
    <>
      <p>
        <Link to={`/companies/${manager.companyId}`}>
          <b>{manager.shortName}</b>
        </Link>
        <br />
        <span className="small sub">
          {t(manager.sinceExact ? 'manager.since' : 'manager.sinceNotLater', { date: f.day(manager.since) })}
        </span>
      </p>
      {phones.length > 0 && (
        <DefinitionList pairs={phones.map(({ name, phone }) => ({ name, value: <a href={telHref(phone)}>{phone}</a> }))} />
      )}
    </>
  );
}
