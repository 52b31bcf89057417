// Bars beside words: each row says its own number, so the drawing is decoration.
import type { ReactNode } from 'react';
import { Link } from './remix.tsx';

export interface Bar {
  key: string;
  label: string;
  value: number;
  /** The number as written; by default the value itself. */
  shown?: ReactNode;
  /** «62 % её обращений» */
  note?: ReactNode;
  to?: string;
}

export interface BarListProps {
  bars: readonly Bar[];
  /** One meaning per list. */
  tone?: 'brand' | 'late' | 'lamp' | 'ok';
  /** Full width; by default the largest value. */
  max?: number;
  label?: string;
}

export function BarList({ bars, tone = 'brand', max, label }: BarListProps) {
  const most = max ?? Math.max(1, ...bars.map((bar) => bar.value));
  return (
    <ul className="barlist" aria-label={label}>
      {bars.map((bar) => (
        <li key={bar.key}>
          <div className="barlist__line">
            <span>{bar.to ? <Link to={bar.to}>{bar.label}</Link> : bar.label}</span>
            <b>{bar.shown ?? bar.value}</b>
            {bar.note !== undefined && <span>{bar.note}</span>}
          </div>
          <svg viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
            <rect className="fill-rest" width="100" height="8" />
            <rect className={`fill-${tone}`} width={Math.max(0, Math.min(100, (bar.value / most) * 100))} height="8" />
          </svg>
        </li>
      ))}
    </ul>
  );
}
