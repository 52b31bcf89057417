// What the directory draws on a resident's home page: the house's plate and numbers to call.
import { ButtonLink, Card, EmergencyCalls } from '@zhkh/ui';
import { Link } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import type { PlateData } from '../slots/home.server.ts';
import { HousePlate } from './house-plate.tsx';

export function HomePlate({ data }: { data: PlateData }) {
  const { t } = useTranslation('directory');
  if (!data.home) {
    return (
      <Card kind="lamp">
        <h2>{t('home.none')}</h2>
        <p className="small">{t('home.noneWhy')}</p>
        <div className="actions">
          <ButtonLink kind="main" to="/my-house">
            {t('home.find')}
          </ButtonLink>
        </div>
      </Card>
    );
  }
  return (
    <HousePlate house={data.home}>
      <span className="grow">
        {data.manager ? (
          <>
            {t('manager.by')} <Link to={`/companies/${data.manager.companyId}`}>{data.manager.shortName}</Link>
          </>
        ) : (
          <Link to={`/houses/${data.home.houseId}`}>{t('manager.nobody')}</Link>
        )}
      </span>
      <Link to="/my-house" className="nw">
        {t('home.change')}
      </Link>
    </HousePlate>
  );
}

export function HomeCalls({ data }: { data: { dispatcher: string | null } }) {
  return <EmergencyCalls dispatcher={data.dispatcher} />;
}
