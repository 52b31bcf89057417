// A sheet one works on, with a hairline and no shadow.
import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import { Link } from './remix.tsx';

export interface CardProps {
  children: ReactNode;
  /** `flush`: a list or table goes edge to edge. `lamp`: a hint. `turn`: it is the reader's turn. */
  kind?: 'plain' | 'flush' | 'quiet' | 'lamp' | 'turn' | 'paper';
  as?: 'section' | 'div' | 'article' | 'li';
  /** Names the landmark when the card has no heading of its own. */
  label?: string;
  id?: string;
  /** Space between children; none for flush cards. */
  gap?: 'none' | '2' | '3' | '4';
}

export function Card({ children, kind = 'plain', as: Tag = 'section', label, id, gap }: CardProps) {
  const space = gap ?? (kind === 'flush' ? 'none' : '3');
  const stack = space !== 'none' && classNames('stack', space !== '4' && `stack--${space}`);
  return (
    <Tag id={id} className={classNames('card', kind !== 'plain' && `card--${kind}`, stack)} aria-label={label}>
      {children}
    </Tag>
  );
}

export interface CardHeadProps {
  title: string;
  sub?: ReactNode;
  /** At the right: «Все 7». */
  link?: { to: string; label: string };
  aside?: ReactNode;
  level?: 'h2' | 'h3';
}

export function CardHead({ title, sub, link, aside, level: Heading = 'h2' }: CardHeadProps) {
  return (
    <div className="cardhead">
      <div className="grow">
        <Heading>{title}</Heading>
        {sub && <p className="small sub">{sub}</p>}
      </div>
      {aside}
      {link && <Link to={link.to}>{link.label}</Link>}
    </div>
  );
}

/** Cards one under another; side by side in two columns where a wide page has room. The order stays that of the phone. */
export function CardColumns({ children }: { children: ReactNode }) {
  return <div className="cardcolumns">{children}</div>;
}
