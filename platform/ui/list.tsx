// Lists inside flush cards: a row is two lines at rest and a link as a whole.
import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import { Icon } from './icon.tsx';
import { Link } from './remix.tsx';
import { keptTogether } from './text/kept-together.ts';

export function List({ children, label, ordered }: { children: ReactNode; label?: string; ordered?: boolean }) {
  const Tag = ordered ? 'ol' : 'ul';
  return (
    <Tag className="list" aria-label={label}>
      {children}
    </Tag>
  );
}

export interface ListRowProps {
  title: ReactNode;
  to?: string;
  icon?: string;
  /** Over the title, on one line: a status and a number. */
  over?: ReactNode;
  /** Under the title: one quiet line. */
  meta?: ReactNode;
  /** Under everything: a deadline line, chips. */
  under?: ReactNode;
  /** At the right edge; a link gets a chevron by itself. */
  end?: ReactNode;
}

export function ListRow({ title, to, icon, over, meta, under, end }: ListRowProps) {
  const body = (
    <>
      {icon && <Icon name={icon} />}
      <div className="grow">
        {over && <div className="row">{over}</div>}
        <div className="item__title">{keptTogether(title)}</div>
        {meta && <p className="small sub">{keptTogether(meta)}</p>}
        {under}
      </div>
      {end ? <span className="item__end">{end}</span> : to && !over && <Icon name="right" size="s" />}
    </>
  );
  const look = classNames('item', (icon || meta) && 'item--top');
  return (
    <li>
      {to ? (
        <Link to={to} className={look}>
          {body}
        </Link>
      ) : (
        <div className={look}>{body}</div>
      )}
    </li>
  );
}
