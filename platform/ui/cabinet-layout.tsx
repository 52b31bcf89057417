// A cabinet: side navigation with the organisation's plate; on phones the same folds into a bar with a menu.
import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import { Icon } from './icon.tsx';
import { Mark } from './mark.tsx';
import { currentOf, type NavItem } from './nav-link.ts';
import { PlateMini } from './plate.tsx';
import { Link, RouterForm, useLocation } from './remix.tsx';
import { useWords } from './words.ts';

export interface CabinetLayoutProps {
  /** «УК «Тура-Сервис»» */
  organisation: string;
  /** Under the sign: «Кабинет компании». */
  sub: string;
  title?: string;
  logo?: string | null;
  items: readonly NavItem[];
  person?: { name: string; role?: string; to?: string };
  /** Address of the sign-out action. */
  signOutTo?: string;
  home?: string;
  children: ReactNode;
}

export function CabinetLayout(props: CabinetLayoutProps) {
  const t = useWords();
  const { pathname } = useLocation();
  return (
    <div className="cabinet dense">
      <details className="cabbar" key={pathname}>
        <summary>
          <Icon name="menu" label={t('menu')} />
          <PlateMini>{props.organisation}</PlateMini>
        </summary>
        <div className="side">
          <Sections {...props} />
        </div>
      </details>
      <aside className="side">
        <Mark to={props.home ?? '/'} title={props.title} sub={props.sub} logo={props.logo} />
        <PlateMini>{props.organisation}</PlateMini>
        <Sections {...props} />
      </aside>
      <main id="main" className="main" tabIndex={-1}>
        {props.children}
      </main>
    </div>
  );
}

function Sections({ items, person, signOutTo }: CabinetLayoutProps) {
  const t = useWords();
  const current = currentOf(items, useLocation().pathname);
  return (
    <>
      <nav aria-label={t('cabinetSections')}>
        {items.map((item) => (
          <Link key={item.to} to={item.to} prefetch="intent" aria-current={item === current ? 'page' : undefined}>
            <Icon name={item.icon} />
            {item.label}
            {item.count !== undefined && item.count > 0 && (
              <span className={classNames('count', item.late && 'count--late')}>{item.count}</span>
            )}
          </Link>
        ))}
      </nav>
      {person && (
        <div className="side__person">
          <b>{person.name}</b>
          {person.role && <span className="sub">{person.role}</span>}
          <div className="row">
            {person.to && <Link to={person.to}>{t('me')}</Link>}
            {signOutTo && (
              <RouterForm method="post" action={signOutTo}>
                <button className="linkbtn">{t('signOut')}</button>
              </RouterForm>
            )}
          </div>
        </div>
      )}
    </>
  );
}

/** List and detail in one view: under 1100 px the pane is a page of its own and the list goes. */
export function Split({ list, pane, label }: { list: ReactNode; pane?: ReactNode; label?: string }) {
  return (
    <div className={classNames('split', pane && 'split--detail')}>
      <div className="split__list stack">{list}</div>
      {pane && (
        <section className="pane stack" aria-label={label}>
          {pane}
        </section>
      )}
    </div>
  );
}

export interface PageHeadProps {
  title: string;
  sub?: ReactNode;
  /** At the right: filters, one button. */
  end?: ReactNode;
}

export function PageHead({ title, sub, end }: PageHeadProps) {
  return (
    <div className="pagehead">
      <div className="grow">
        <h1>{title}</h1>
        {sub && <p className="small sub">{sub}</p>}
      </div>
      {end}
    </div>
  );
}
