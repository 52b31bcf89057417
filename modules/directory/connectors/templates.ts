// Table templates of sources that have no open file: columns bear the names of the ГИС ЖКХ schema.
import type { Column } from '@zhkh/imports';
import { contractTemplate } from './contracts/columns.ts';
import { meetingTemplate } from './meetings/columns.ts';
import { supervisionTemplates } from './supervision/columns.ts';
import { statusColumn, tariffColumns } from './tariffs/columns.ts';

export interface SourceColumns {
  /** Id of the connector that reads it. */
  id: string;
  columns: readonly Column[];
}

export const templates: readonly SourceColumns[] = [
  ...supervisionTemplates.map(([id, columns]) => template(id, columns)),
  template('contracts', contractTemplate),
  template('protocols', meetingTemplate),
  template('tariffs', [...tariffColumns, statusColumn]),
];

function template(id: string, columns: readonly Column[]): SourceColumns {
  const once = columns.filter((column, index) => columns.findIndex((other) => other.name === column.name) === index);
  return { id, columns: once };
}
