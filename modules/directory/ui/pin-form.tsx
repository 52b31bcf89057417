// Moving a house's pin: by dragging, by a click, or by typed coordinates (which is all there is without JavaScript).
import { Button, Card, Form, LiveMap, Notice, TextField } from '@zhkh/ui';
import { useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { MapHouse } from '../queries/neighbours.server.ts';

export interface PinFormProps {
  house: { id: string; address: string; lat: number | null; lon: number | null };
  /** Where the map opens for a house without a point. */
  around: { lat: number; lon: number } | null;
  /** Houses nearby, to see where the pin stands. */
  neighbours: readonly MapHouse[];
  official: boolean;
  moved: boolean;
  state: unknown;
}

export function PinForm({ house, around, neighbours, official, moved, state }: PinFormProps) {
  const { t } = useTranslation('directory');
  const box = useRef<HTMLDivElement>(null);
  const lat = house.lat ?? around?.lat ?? null;
  const lon = house.lon ?? around?.lon ?? null;
  const points = useMemo(
    () => (lat === null || lon === null ? [] : [{ id: house.id, lat, lon, label: house.address, tone: 'here' as const }]),
    [house.id, house.address, lat, lon],
  );
  const blocks = useMemo(
    () =>
      neighbours
        .filter((one) => !one.here)
        .map(({ id, lat: at, lon: to, number }) => ({ id, lat: at, lon: to, label: String(number) })),
    [neighbours],
  );
  const put = (name: string, value: number) => {
    const field = box.current?.querySelector<HTMLInputElement>(`input[name="${name}"]`);
    if (field) field.value = value.toFixed(6);
  };
  const pick = (to: { lat: number; lon: number }) => {
    put('lat', to.lat);
    put('lon', to.lon);
  };
  return (
    <Card>
      <h2>{t('pin.title')}</h2>
      <p className="small sub">{t(house.lat === null ? 'pin.none' : official ? 'pin.official' : 'pin.register')}</p>
      {moved && (
        <Notice tone="ok" live>
          {t('pin.moved')}
        </Notice>
      )}
      {points.length > 0 && (
        <LiveMap
          points={points}
          around={blocks}
          label={t('pin.map')}
          onPick={pick}
          fallback={<p className="small sub">{t('pin.typed')}</p>}
        />
      )}
      <div ref={box}>
        <Form state={state}>
          <div className="grid grid--2">
            <TextField
              name="lat"
              label={t('pin.lat')}
              inputMode="decimal"
              autoComplete="off"
              defaultValue={house.lat?.toFixed(6) ?? ''}
            />
            <TextField
              name="lon"
              label={t('pin.lon')}
              inputMode="decimal"
              autoComplete="off"
              defaultValue={house.lon?.toFixed(6) ?? ''}
            />
          </div>
          <div className="actions">
            <Button kind="main">{t('pin.save')}</Button>
          </div>
        </Form>
      </div>
    </Card>
  );
}
