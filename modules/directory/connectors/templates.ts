// Table templates an operator may download: where no open file of the source exists, columns bear the names of the ГИС ЖКХ schema.
import type { Column } from './tabular/column.ts';
import { contractTemplate } from './contracts/columns.ts';
import { meetingTemplate } from './meetings/columns.ts';
import { supervisionTemplates } from './supervision/columns.ts';
import { statusColumn, tariffColumns } from './tariffs/columns.ts';

export interface Template {
  /** Id of the connector that reads it. */
  id: string;
  columns: readonly Column[];
  /** Beginning of the keys of the columns' help; the directory's own unless told. */
  help?: string;
}

export const templates: readonly Template[] = [
  ...supervisionTemplates.map(([id, columns]) => template(id, columns)),
  template('contracts', contractTemplate),
  template('protocols', meetingTemplate),
  template('tariffs', [...tariffColumns, statusColumn]),
];

/** Header and one row that the connector takes as it is. */
export function sampleRows(of: Template): string[][] {
  return [of.columns.map((column) => column.name), of.columns.map((column) => column.sample)];
}

function template(id: string, columns: readonly Column[]): Template {
  const once = columns.filter((column, index) => columns.findIndex((other) => other.name === column.name) === index);
  return { id, columns: once };
}
