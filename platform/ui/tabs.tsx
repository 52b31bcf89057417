// Queues of one list as links: the choice lives in the URL.
import { classNames } from './class-names.ts';
import { Link } from './remix.tsx';

export interface Tab {
  to: string;
  label: string;
  count?: number;
  /** A red counter: overdue. */
  late?: boolean;
  current?: boolean;
}

export function Tabs({ label, tabs }: { label: string; tabs: readonly Tab[] }) {
  return (
    <nav className="tabs" aria-label={label}>
      {tabs.map((tab) => (
        <Link key={tab.to} to={tab.to} aria-current={tab.current ? 'page' : undefined} prefetch="intent">
          {tab.label}
          {tab.count !== undefined && (
            <span className={classNames('count', tab.late && tab.count > 0 && 'count--late')}>{tab.count}</span>
          )}
        </Link>
      ))}
    </nav>
  );
}
