// Tables: caption, numbers right, sorting by links; on phones each row becomes two lines of a list.
import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import { Icon } from './icon.tsx';
import { Link } from './remix.tsx';
import { keptTogether } from './text/kept-together.ts';

export interface Column<Row> {
  key: string;
  head: ReactNode;
  cell: (row: Row) => ReactNode;
  /** Right-aligned, figures of one width. */
  numeric?: boolean;
  /** Sorting through the URL. */
  sort?: { to: string; direction?: 'ascending' | 'descending' };
  /** On phones: `main` stands on the first line at the right, `wide` takes a line, `hide` goes. A string is a label before the value. */
  phone?: 'main' | 'wide' | 'hide';
  phoneLabel?: string;
  foot?: ReactNode;
}

export interface TableProps<Row> {
  caption: string;
  showCaption?: boolean;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  isCurrent?: (row: Row) => boolean;
}

export function Table<Row>({ caption, showCaption, columns, rows, rowKey, isCurrent }: TableProps<Row>) {
  const hasFoot = columns.some((column) => column.foot !== undefined);
  return (
    <table className="table">
      <caption className={showCaption ? undefined : 'vh'}>{caption}</caption>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column.key} scope="col" className={column.numeric ? 'n' : undefined} aria-sort={column.sort?.direction}>
              <Head head={column.head} sort={column.sort} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={rowKey(row)} data-current={isCurrent?.(row) || undefined}>
            {columns.map((column) => (
              <Cell key={column.key} column={column} row={row} />
            ))}
          </tr>
        ))}
      </tbody>
      {hasFoot && <Foot columns={columns} />}
    </table>
  );
}

function Head<Row>({ head, sort }: Pick<Column<Row>, 'head' | 'sort'>) {
  if (!sort) return head;
  return (
    <Link className="sort" to={sort.to} preventScrollReset>
      {head}
      {sort.direction && <Icon name={sort.direction === 'ascending' ? 'up' : 'down'} size="s" />}
    </Link>
  );
}

function Cell<Row>({ column, row }: { column: Column<Row>; row: Row }) {
  return (
    <td
      className={classNames(column.numeric && 'n') || undefined}
      data-main={column.phone === 'main' || undefined}
      data-wide={column.phone === 'wide' || undefined}
      data-phone={column.phone === 'hide' ? 'hide' : undefined}
      data-label={column.phoneLabel}
    >
      {column.cell(row)}
    </td>
  );
}

function Foot<Row>({ columns }: { columns: readonly Column<Row>[] }) {
  return (
    <tfoot>
      <tr>
        {columns.map((column) => (
          <td key={column.key} className={column.numeric ? 'n' : undefined}>
            {column.foot}
          </td>
        ))}
      </tr>
    </tfoot>
  );
}

/** Second, quiet line of a cell. */
export function CellSub({ children }: { children: ReactNode }) {
  return <span className="cell-sub">{keptTogether(children)}</span>;
}

/** A thin bar under a number: its part of the most possible. */
export function CellBar({ part, tone = 'brand' }: { part: number; tone?: 'brand' | 'lamp' }) {
  return (
    <svg className="cellbar" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">
      <rect className="fill-rest" width="100" height="4" />
      <rect className={`fill-${tone}`} width={Math.max(0, Math.min(100, part * 100))} height="4" />
    </svg>
  );
}
