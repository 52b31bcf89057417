// Facts and figures of one region.
import { Card, CardHead, DefinitionList, Notice, Stat } from '@zhkh/ui';
import { useTranslation } from 'react-i18next';
import { Swatch } from './region-mark.tsx';

interface Numbers {
  waiting: number;
  parked: number;
  applied: number;
  perDay: number | null;
}

export function RegionNumbers({ numbers, known }: { numbers: Numbers | null; known: number }) {
  const { t } = useTranslation('superadmin');
  if (numbers === null) return <Notice tone="soon">{t('region.unreachable')}</Notice>;
  return (
    <section aria-label={t('region.stats')} className="grid grid--4">
      <Stat label={t('region.per-day')} value={numbers.perDay ?? '—'} />
      <Stat label={t('region.waiting')} value={numbers.waiting} />
      <Stat label={t('region.parked')} value={numbers.parked} tone={numbers.parked > 0 ? 'late' : undefined} />
      <Stat
        label={t('region.applied')}
        value={numbers.applied}
        unit={t('region.of-known', { known })}
        tone={numbers.applied < known ? 'late' : undefined}
      />
    </section>
  );
}

interface FactsProps {
  slug: string;
  facts: { schema: string; subject: string; zone: string; plan: string; created: string };
  hosts: readonly string[];
  brand: { hue: number; chroma: number };
}

export function RegionFactsCard({ slug, facts, hosts, brand }: FactsProps) {
  const { t } = useTranslation('superadmin');
  const lines = { slug, ...facts, hosts: hosts.join(', ') };
  const colour = (
    <span className="row row--tight">
      <Swatch {...brand} /> {brand.hue} / {brand.chroma}
    </span>
  );
  return (
    <Card>
      <CardHead title={t('region.facts')} />
      <DefinitionList
        left
        pairs={[
          ...Object.entries(lines).map(([name, value]) => ({ key: name, name: t(`region.${name}`), value })),
          { name: t('region.colour'), value: colour },
        ]}
      />
    </Card>
  );
}
