// The partner's home: what to do now, the business, its regions, its offers.
import { useLoaderData } from '@remix-run/react';
import { Card, Empty, PageHead, pageTitle } from '@zhkh/ui';
import { useTranslation } from 'react-i18next';
import { read } from '../http.server.ts';
import { partnerHome } from '../queries/partner-home.server.ts';
import { BusinessCard } from '../ui/business-card.tsx';
import { NextSteps } from '../ui/next-steps.tsx';
import { RegionsCard } from '../ui/regions-card.tsx';

export const loader = read({ can: 'partner.read' }, async ({ control }) => ({
  ...(await partnerHome(control)),
  title: control.t('partner:home.title'),
}));

export const meta = pageTitle;

export default function Home() {
  const { t } = useTranslation('partner');
  const { business, email, profile, regions } = useLoaderData<typeof loader>();
  const served = regions.filter((region) => region.serves);
  const ready = profile !== null && served.length > 0;
  return (
    <div className="stack">
      <PageHead title={business} sub={ready ? t('home.lead-full', { email }) : t('home.lead-empty')} />
      <div className="grid grid--2">
        <NextSteps hasProfile={profile !== null} hasRegions={served.length > 0} />
        <RegionsCard regions={served} />
      </div>
      <BusinessCard profile={profile} />
      <Card label={t('home.offers')}>
        <Empty title={t('home.offers-none')}>{t('home.offers-none-why')}</Empty>
      </Card>
    </div>
  );
}
