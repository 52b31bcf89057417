// Table templates an operator may download: where no open file of the source exists, columns bear the names of the ГИС ЖКХ schema.
import type { Column } from './tabular/column.ts';
import { contractTemplate } from './contracts/columns.ts';
import { meetingTemplate } from './meetings/columns.ts';
import {
  examinationColumns,
  fiasHouse,
  fiasHouseNeeded,
  houseAddress,
  licenceColumns,
  licenceHouseColumns,
  offenceColumns,
  ogrn,
  preceptColumns,
  preceptHouses,
  reportColumns,
} from './supervision/columns.ts';
import { statusColumn, tariffColumns } from './tariffs/columns.ts';

export interface Template {
  /** Id of the connector that reads it. */
  id: string;
  columns: readonly Column[];
  /** Beginning of the keys of the columns' help; the directory's own unless told. */
  help?: string;
}

export const templates: readonly Template[] = [
  template('licences', [...licenceColumns, ogrn, fiasHouse, houseAddress, ...licenceHouseColumns.map(optional)]),
  template('contracts', contractTemplate),
  template('management-reports', [...reportColumns, ogrn, fiasHouseNeeded]),
  template('examinations', [...examinationColumns, ogrn]),
  template('precepts', [...preceptColumns, ogrn, preceptHouses]),
  template('offences', [...offenceColumns, ogrn]),
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

/** A licence's row without a house has none of the house's cells. */
function optional(column: Column): Column {
  return { ...column, need: false };
}
