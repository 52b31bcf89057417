// «Показано 1–20 из 231» with links to the neighbours; keeps the other parameters of the URL.
import { Link, useLocation } from './remix.tsx';
import { useWords } from './words.ts';

export interface PaginationProps {
  /** From 1. */
  page: number;
  size: number;
  total: number;
  param?: string;
}

export function Pagination({ page, size, total, param = 'page' }: PaginationProps) {
  const t = useWords();
  const { search } = useLocation();
  const pages = Math.max(1, Math.ceil(total / size));
  if (total === 0) return null;
  const from = (page - 1) * size + 1;
  const to = Math.min(total, page * size);
  return (
    <nav className="pager" aria-label={t('pager.label')}>
      <span>{t('pager.shown', { from, to, total })}</span>
      {page > 1 && <Link to={pageHref(search, param, page - 1)}>{t('pager.previous')}</Link>}
      {page < pages && <Link to={pageHref(search, param, page + 1)}>{t('pager.next')}</Link>}
    </nav>
  );
}

function pageHref(search: string, param: string, page: number): string {
  const query = new URLSearchParams(search);
  if (page === 1) query.delete(param);
  else query.set(param, String(page));
  return `?${query}`;
}
