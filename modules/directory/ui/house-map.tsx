// A small map: the house and its neighbours; a list of them where maps do not move.
import { Card, LiveMap, MapSketch } from '@zhkh/platform/ui';
import { useTranslation } from 'react-i18next';
import { useMemo } from 'react';
import type { MapHouse } from '../queries/neighbours.server.ts';

export function HouseMap({ houses, official }: { houses: readonly MapHouse[]; official: boolean }) {
  const { t } = useTranslation('directory');
  const points = useMemo(
    () =>
      houses.map(({ here, ...house }) => ({ ...house, ...(here ? { tone: 'here' as const } : { to: `/houses/${house.id}` }) })),
    [houses],
  );
  if (houses.length === 0) return null;
  const label = t('map.label', { count: houses.length - 1 });
  return (
    <Card>
      <h2>{t('map.title')}</h2>
      <LiveMap
        points={points}
        label={label}
        fallback={<MapSketch points={houses.map((house) => ({ ...house, cluster: false }))} label={label} />}
      />
      <p className="small sub">{t(official ? 'map.official' : 'map.register')}</p>
    </Card>
  );
}
