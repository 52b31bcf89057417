// What both registers of the authority share: further filters folded away, columns of the export, its buttons, sorting by a head.
import type { Column } from '@zhkh/ui';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { RegisterName } from '../domain/register-query.ts';
import { chosenColumns, registerColumns } from '../domain/register-columns.ts';
import './registers.css';

export function MoreFilters({ open, children }: { open: boolean; children: ReactNode }) {
  const { t } = useTranslation('directory');
  return (
    <details className="morefilters" open={open}>
      <summary>{t('register.more')}</summary>
      <div className="morefilters__fields">
        {children}
        <button className="btn" type="submit">
          {t('changes.show')}
        </button>
      </div>
    </details>
  );
}

export function ExportColumns({ register, cols }: { register: RegisterName; cols: readonly string[] | undefined }) {
  const { t } = useTranslation('directory');
  const chosen = chosenColumns(register, cols);
  return (
    <details className="morefilters">
      <summary>{t('register.columns', { count: chosen.length })}</summary>
      <div className="morefilters__fields">
        {registerColumns[register].map((column) => (
          <label key={column.key} className="row small">
            <input type="checkbox" name="cols" value={column.key} defaultChecked={chosen.includes(column)} /> {t(column.head)}
          </label>
        ))}
        <button className="btn" type="submit">
          {t('register.columnsSet')}
        </button>
      </div>
    </details>
  );
}

export function ExportLinks({ base, search }: { base: string; search: string }) {
  const { t } = useTranslation('directory');
  return (
    <span className="row">
      {(['xlsx', 'csv'] as const).map((format) => (
        <a key={format} className="btn" href={`${base}.${format}${search}`} download>
          {t(`register.exportTo.${format}`)}
        </a>
      ))}
    </span>
  );
}

/** What a filter's form must not lose. */
export function KeptSort({ sort, dir }: { sort: string; dir: string }) {
  return (
    <>
      <input type="hidden" name="sort" value={sort} />
      <input type="hidden" name="dir" value={dir} />
    </>
  );
}

export function sortOf<Row>(search: string, query: { sort: string; dir: string }, key: string): NonNullable<Column<Row>['sort']> {
  const params = new URLSearchParams(search);
  const current = query.sort === key;
  params.set('sort', key);
  params.set('dir', current && query.dir === 'asc' ? 'desc' : 'asc');
  params.delete('page');
  return {
    to: `?${params}`,
    ...(current && { direction: query.dir === 'asc' ? ('ascending' as const) : ('descending' as const) }),
  };
}
