// Search of a house by words or by position, and what was found. Without JavaScript the words alone do.
import { AddressCombobox, Button, Card, FilterForm, Icon, List, ListRow, Notice, useFormat } from '@zhkh/ui';
import type { PageAction } from '@zhkh/ui/app-slots';
import { useNavigate } from '@remix-run/react';
import { type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { HouseHit } from '../contract.ts';

export interface SearchState {
  q: string;
  by: 'words' | 'position' | null;
  hits: readonly HouseHit[];
}

interface HouseSearchProps {
  state: SearchState;
  /** Where a found house leads. */
  to: (houseId: string) => string;
  empty: ReactNode;
}

export function HouseSearch({ state, to, empty }: HouseSearchProps) {
  const { t } = useTranslation('directory');
  const found = state.by ? t('search.found', { count: state.hits.length }) : undefined;
  return (
    <>
      <FilterForm found={found} label={t('search.label')}>
        <AddressCombobox
          label={t('search.label')}
          placeholder={t('search.example')}
          defaultValue={state.q}
          suggestFrom="/houses/suggest"
          to={to}
        />
        <Button kind="main">{t('search.go')}</Button>
      </FilterForm>
      <NearMe />
      {state.hits.length > 0 && <Hits hits={state.hits} to={to} by={state.by} />}
      {state.by && state.hits.length === 0 && empty}
    </>
  );
}

function Hits({ hits, to, by }: { hits: readonly HouseHit[]; to: (houseId: string) => string; by: SearchState['by'] }) {
  const { t } = useTranslation('directory');
  const f = useFormat();
  return (
    <Card kind="flush" label={t(by === 'position' ? 'search.near' : 'search.result')}>
      <List>
        {hits.map((hit) => (
          <ListRow
            key={hit.id}
            to={to(hit.id)}
            icon="house"
            title={[hit.street, hit.number].filter(Boolean).join(', ')}
            meta={[hit.city, hit.companyName ?? t('manager.nobody')].join(' · ')}
            end={hit.distance === null ? undefined : <span className="small muted num">{f.distance(hit.distance)}</span>}
          />
        ))}
      </List>
    </Card>
  );
}

type Asking = 'idle' | 'asking' | 'refused';

/** Appears only where a position can be asked for. Four decimals leave the browser: a house, not a flat. */
function NearMe() {
  const { t } = useTranslation('directory');
  const navigate = useNavigate();
  const [possible, setPossible] = useState(false);
  const [state, setState] = useState<Asking>('idle');
  useEffect(() => setPossible('geolocation' in navigator), []);
  if (!possible) return null;
  const ask = () => {
    setState('asking');
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        setState('idle');
        navigate(`?lat=${coords.latitude.toFixed(4)}&lon=${coords.longitude.toFixed(4)}`);
      },
      () => setState('refused'),
      { timeout: 10_000, maximumAge: 60_000 },
    );
  };
  return (
    <>
      <div className="actions">
        <button type="button" className="btn" onClick={ask} aria-disabled={state === 'asking' || undefined}>
          <Icon name="locate" />
          {t(state === 'asking' ? 'search.locating' : 'search.nearMe')}
        </button>
      </div>
      {state === 'refused' && (
        <Notice tone="soon" live>
          {t('search.noPosition')}
        </Notice>
      )}
    </>
  );
}

export function NotFoundHouse({ actions }: { actions: readonly { id: string; data: PageAction }[] }) {
  const { t } = useTranslation('directory');
  return (
    <Notice title={t('search.nothing')} live>
      <p>{t('search.nothingHow')}</p>
      {actions.map(({ id, data }) => (
        <p key={id}>
          <a href={data.to}>{data.label}</a>. {data.note}
        </p>
      ))}
    </Notice>
  );
}
