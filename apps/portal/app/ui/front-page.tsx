// The region's front page: what the service is, a search of one's house, sign-in, the region in numbers.
import { Form } from '@remix-run/react';
import { AddressCombobox, Button, ButtonLink, EmergencyCalls, Stat, useFormat, Windows } from '@zhkh/ui';
import type { Figure } from '@zhkh/ui/app-slots';
import { useTranslation } from 'react-i18next';
import { usePortal } from '../shell/use-portal.ts';

export function FrontPage({ numbers }: { numbers: readonly { id: string; data: readonly Figure[] }[] }) {
  const { t } = useTranslation('portal');
  const region = usePortal()?.region.name ?? '';
  return (
    <main id="main" className="front stack stack--6" tabIndex={-1}>
      <div className="front__lead">
        <section className="plate front__plate" aria-labelledby="front-title">
          <div>
            <p className="small">{region}</p>
            <h1 id="front-title">{t('front.title')}</h1>
            <p className="lead">{t('front.lead')}</p>
          </div>
          <Facade />
        </section>
        <div className="stack">
          <section className="card stack stack--3">
            <h2>{t('front.find')}</h2>
            <HouseSearch />
          </section>
          <section className="card stack stack--3">
            <h2>{t('front.enter')}</h2>
            <p className="small sub">{t('front.enterHow')}</p>
            <div className="actions">
              <ButtonLink kind="main" to="/sign-in">
                {t('front.signIn')}
              </ButtonLink>
            </div>
          </section>
          <EmergencyCalls />
        </div>
      </div>
      <Steps />
      {numbers.length > 0 && (
        <section className="stack" aria-labelledby="front-numbers">
          <h2 id="front-numbers">{t('front.numbers')}</h2>
          <div className="grid grid--4">
            {numbers.flatMap(({ data }) => data.map((figure) => <FigureOf key={figure.label} {...figure} />))}
          </div>
        </section>
      )}
    </main>
  );
}

function FigureOf({ value, note, date, ...figure }: Figure) {
  const { t } = useTranslation('portal');
  const f = useFormat();
  return <Stat {...figure} value={f.number(value)} note={note ?? (date && t('front.asOf', { date: f.day(date) }))} />;
}

function HouseSearch() {
  const { t } = useTranslation('portal');
  return (
    <Form method="get" action="/houses" role="search" className="field">
      <label htmlFor="front-house" className="label">
        {t('front.address')}
      </label>
      <div className="searchline">
        <AddressCombobox
          id="front-house"
          label={t('front.address')}
          describedBy="front-house-help"
          suggestFrom="/houses/suggest"
          to={(house) => `/houses/${house}`}
          required
        />
        <Button>{t('front.search')}</Button>
      </div>
      <p className="help" id="front-house-help">
        {t('front.addressHelp')}
      </p>
    </Form>
  );
}

const COLUMNS = 14;
const LIT = new Set([2, 5, 6, 11, 16, 19, 22, 24, 27, 29, 34, 37, 40]);

/** A house at dusk: rows of windows, some of them lit. */
function Facade() {
  const panes = Array.from({ length: COLUMNS * 3 }, (_, index) => ({
    index,
    x: (index % COLUMNS) * 44 + 8,
    y: Math.floor(index / COLUMNS) * 52 + 4,
  }));
  return (
    <svg className="facade" viewBox="0 0 616 154" aria-hidden="true">
      {panes.map(({ index, x, y }) => (
        <g key={index}>
          <rect className={LIT.has(index) ? 'lit' : undefined} x={x} y={y} width="28" height="36" rx="3" />
          <path d={`M${x + 14} ${y}v36M${x} ${y + 14}h28`} />
        </g>
      ))}
    </svg>
  );
}

const STEPS = [
  { key: 'report', lit: 10, off: 0 },
  { key: 'follow', lit: 6, off: 4 },
  { key: 'judge', lit: 3, off: 7 },
] as const;

function Steps() {
  const { t } = useTranslation('portal');
  return (
    <section aria-labelledby="front-steps" className="stack">
      <h2 id="front-steps">{t('front.how')}</h2>
      <ol className="front__windows">
        {STEPS.map(({ key, lit, off }) => (
          <li key={key} className="card step">
            <Windows lit={lit} off={off} size="s" hidden />
            <h3>{t(`front.step.${key}.title`)}</h3>
            <p className="small sub">{t(`front.step.${key}.text`)}</p>
          </li>
        ))}
      </ol>
    </section>
  );
}
