// The sign of the service: a lit window in a plate, or a region's own logo.
import { Link } from './remix.tsx';
import { useWords } from './words.ts';

export interface MarkProps {
  to?: string;
  title?: string;
  /** Under the name: the region, or whose cabinet it is. */
  sub?: string;
  logo?: string | null;
}

export function MarkSign() {
  return (
    <svg width="30" height="34" viewBox="0 0 30 34" aria-hidden="true">
      <rect width="30" height="34" rx="6" fill="currentColor" />
      <rect x="3" y="3" width="24" height="28" rx="3.5" fill="none" stroke="#fff" strokeOpacity=".6" strokeWidth="1.3" />
      <rect x="8" y="8" width="14" height="18" rx="1.5" fill="#f3b33d" />
      <path d="M15 8v18M8 14.5h14" stroke="currentColor" strokeWidth="2" />
    </svg>
  );
}

export function Mark({ to = '/', title, sub, logo }: MarkProps) {
  const t = useWords();
  return (
    <Link className="mark" to={to}>
      {logo ? <img src={logo} alt="" width="30" height="34" /> : <MarkSign />}
      <span>
        <b>{title ?? t('brand')}</b>
        {sub && <small>{sub}</small>}
      </span>
    </Link>
  );
}
