// «Шаг 1 из 3 · Садовая, 14» over the one heading of a step.
import { Link } from '@remix-run/react';
import type { Place } from '../../queries/new-complaint.server.ts';
import { useComplaintWords } from '../use-words.ts';

export function StepHead({ n, place, title, change }: { n: 1 | 2 | 3; place: Place; title: string; change?: string }) {
  const t = useComplaintWords();
  return (
    <div>
      <p className="small sub">
        {t('new.step', { n })} · {place.short}
        {change && (
          <>
            {' · '}
            <Link to={change}>{t('new.house-change')}</Link>
          </>
        )}
      </p>
      <h1>{title}</h1>
    </div>
  );
}
