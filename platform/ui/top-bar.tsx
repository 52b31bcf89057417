// Bars of a phone: the sign of the service on home pages, «back» and a title on detail pages.
import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import { Icon } from './icon.tsx';
import { Mark } from './mark.tsx';
import { Link } from './remix.tsx';
import { useWords } from './words.ts';

export interface TopBarProps {
  /** «Обращение № 4218» */
  title: string;
  /** Where «back» leads. */
  back: string;
  /** At the right: an icon link, «Отменить». */
  end?: ReactNode;
  /** Wide pages line up with a wide column. */
  wide?: boolean;
}

/** Of detail pages and steps. On wide screens only the way back is left: the site header stands above. */
export function TopBar({ title, back, end, wide }: TopBarProps) {
  const t = useWords();
  return (
    <nav className={classNames('topbar', 'topbar--detail', wide && 'topbar--wide')} aria-label={t('back')}>
      <Link className="iconbtn" to={back} aria-label={t('back')}>
        <Icon name="left" />
      </Link>
      <b className="topbar__title grow">{title}</b>
      {end}
    </nav>
  );
}

export function HomeBar({ region, logo, end }: { region: string; logo?: string | null; end?: ReactNode }) {
  return (
    <header className="topbar">
      <Mark sub={region} logo={logo} />
      <span className="push" />
      {end}
    </header>
  );
}
