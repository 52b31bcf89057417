// A small map: the house and its neighbours at their true places, and the neighbours as links.
import { Link } from '@remix-run/react';
import { Card, MapSketch, useFormat } from '@zhkh/ui';
import { useTranslation } from 'react-i18next';
import type { FactSource } from '../queries/house-card.server.ts';
import type { MapHouse } from '../queries/neighbours.server.ts';
import { SourceDetails } from './source-line.tsx';

interface Props {
  houses: readonly MapHouse[];
  official: boolean;
  source: FactSource | null;
}

export function HouseMap({ houses, official, source }: Props) {
  const { t } = useTranslation('directory');
  const f = useFormat();
  if (houses.length === 0) return null;
  const others = houses.filter((house) => !house.here);
  return (
    <Card>
      <h2>{t('map.title')}</h2>
      <MapSketch
        points={houses.map(({ id, lat, lon, here, number }) => ({ id, lat, lon, here, count: number }))}
        label={t('map.label', { count: others.length })}
      />
      {others.length > 0 && (
        <p className="small sub">
          {t('map.near')}{' '}
          {others.slice(0, 4).map((house, index) => (
            <span key={house.id}>
              {index > 0 && ', '}
              <Link to={`/houses/${house.id}`}>{house.label}</Link> ({f.distance(house.metres)})
            </span>
          ))}
        </p>
      )}
      <p className="small sub">{t(official ? 'map.official' : 'map.register')}</p>
      <SourceDetails sources={[source]} />
    </Card>
  );
}
