// Regions the partner serves, each with its colour and the state of its programme.
import { ButtonLink, Card, CardHead, Empty, StatusPill } from '@zhkh/ui';
import { useTranslation } from 'react-i18next';

export interface RegionView {
  slug: string;
  name: string;
  hue: number;
  chroma: number;
}

export function Swatch({ hue, chroma }: { hue: number; chroma: number }) {
  return (
    <svg width="12" height="28" viewBox="0 0 12 28" aria-hidden="true">
      <rect width="12" height="28" rx="3" fill={`oklch(.41 ${chroma} ${hue})`} />
    </svg>
  );
}

export function RegionsCard({ regions }: { regions: readonly RegionView[] }) {
  const { t } = useTranslation('partner');
  return (
    <Card>
      <CardHead title={t('home.regions')} link={regions.length > 0 ? { to: '/regions', label: t('home.edit') } : undefined} />
      {regions.length === 0 && (
        <Empty level="h2" title={t('home.regions-none')} action={<ButtonLink to="/regions">{t('home.choose')}</ButtonLink>}>
          {t('home.regions-none-why')}
        </Empty>
      )}
      <ul className="stack">
        {regions.map((region) => (
          <li key={region.slug} className="row row--wrap">
            <Swatch {...region} />
            <span className="grow strong">{region.name}</span>
            <StatusPill kind="paused">{t('home.programme-off')}</StatusPill>
          </li>
        ))}
      </ul>
    </Card>
  );
}
