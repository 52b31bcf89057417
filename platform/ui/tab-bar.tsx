// The tab bar of a resident's phone (five items at most) and the same sections as a site header on wide screens.
import type { ReactNode } from 'react';
import { Icon } from './icon.tsx';
import { Mark } from './mark.tsx';
import { currentOf, type NavItem } from './nav-link.ts';
import { Link, useLocation } from './remix.tsx';
import { useWords } from './words.ts';

export function TabBar({ items }: { items: readonly NavItem[] }) {
  const t = useWords();
  const current = currentOf(items, useLocation().pathname);
  return (
    <nav className="tabbar" aria-label={t('sections')}>
      {items.slice(0, 5).map((item) => (
        <Link key={item.to} to={item.to} prefetch="intent" aria-current={item === current ? 'page' : undefined}>
          <Icon name={item.icon} />
          {item.label}
        </Link>
      ))}
    </nav>
  );
}

export interface SiteHeaderProps {
  region: string;
  logo?: string | null;
  items: readonly NavItem[];
  /** At the right: the house and the person, or «Войти». */
  end?: ReactNode;
}

export function SiteHeader({ region, logo, items, end }: SiteHeaderProps) {
  const t = useWords();
  const current = currentOf(items, useLocation().pathname);
  return (
    <div className="siteheadline">
      <header className="sitehead">
        <Mark sub={region} logo={logo} />
        {items.length > 0 && (
          <nav aria-label={t('sections')}>
            {items.map((item) => (
              <Link key={item.to} to={item.to} prefetch="intent" aria-current={item === current ? 'page' : undefined}>
                {item.label}
              </Link>
            ))}
          </nav>
        )}
        <div className="sitehead__end">{end}</div>
      </header>
    </div>
  );
}
