// Examinations with their precepts and protocols (exportExaminations), by months of their start.
import type { XmlNode } from '@zhkh/imports';
import {
  examinations as examinationTable,
  offences as offenceTable,
  precepts as preceptTable,
} from '../../supervision/connectors.server.ts';
import { tabular, type TabularConnector } from '../../tabular/tabular.server.ts';
import { type Cells, type Known, type Operation, type Period, type Portion, type Row, SKIPPED } from '../operation.ts';
import { child, children, childText } from '../xml-tree.ts';

/** Whom the region does not know is refused when rows are applied and stops nothing: inspectors look at others, too. */
const lenient = ({ declared }: TabularConnector): TabularConnector => {
  const { ogrn } = declared.joins;
  return tabular({ ...declared, joins: { ...declared.joins, ...(ogrn && { ogrn: { ...ogrn, need: false } }) } });
};
const tables = { examination: lenient(examinationTable), precept: lenient(preceptTable), offence: lenient(offenceTable) };

export const examinations: Operation = {
  id: 'examinations',
  action: 'exportExaminations',
  service: 'insp',
  element: 'exportExaminationsRequest',
  version: '13.1.9.1',
  records: ['exportExaminationResult'],
  skip: [
    ...SKIPPED,
    'Citizen',
    'AuthorizedPersons',
    'InvolvedExperts',
    'OtherPersons',
    'FamiliarizationInfo',
    'OtherDocument',
    'SignedOtherDocument',
  ],
  dictionaries: [71],
  needs: 'organisations',
  plan: async (_ctx, period) => months(period),
  tables: Object.values(tables),
  rows,
};

function months({ from, to }: Period): Portion[] {
  const portions: Portion[] = [];
  for (let start = from; start <= to; start = firstOfNextMonth(start)) {
    const end = dayBefore(firstOfNextMonth(start));
    portions.push({ about: {}, content: { 'insp:From': start, 'insp:To': end < to ? end : to } });
  }
  return portions;
}

function firstOfNextMonth(day: string): string {
  const [year = 0, month = 0] = day.split('-').map(Number);
  return new Date(Date.UTC(year, month, 1)).toISOString().slice(0, 10);
}

function dayBefore(day: string): string {
  return new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10);
}

function rows(record: XmlNode, _about: Cells, known: Known): readonly Row[] {
  const examination = child(record, 'Examination');
  const overview = child(examination, 'ExaminationOverview');
  const kind = child(overview, 'ExaminationTypeType')?.children[0];
  const subject = child(kind, 'Subject')?.children[0];
  // A citizen's examination is nobody's business here.
  if (!subject) return [];
  const common = {
    ExaminationGuid: childText(record, 'ExaminationGuid'),
    OGRN: known.ogrnOf(childText(subject, 'orgRootEntityGUID')),
  };
  return [
    { to: tables.examination, cells: { ...common, ...examinationCells(record, examination, overview, kind, known) } },
    ...children(record, 'ExportPrecept').map((precept) => ({
      to: tables.precept,
      cells: { ...common, ...preceptCells(precept) },
    })),
    ...children(record, 'ExportOffence').map((offence) => ({
      to: tables.offence,
      cells: { ...common, ...offenceCells(offence) },
    })),
  ];
}

type Node = XmlNode | undefined;

function examinationCells(record: XmlNode, examination: Node, overview: Node, kind: Node, known: Known): Cells {
  const info = child(examination, 'ExaminationInfo');
  const result = child(examination, 'ResultsInfo', 'FinishedInfo', 'Result');
  return {
    ExaminationState: childText(record, 'AnnulledResult') === 'true' ? 'Annulled' : childText(record, 'ExaminationState'),
    ExaminationTypeType: kind?.name ?? '',
    ExaminationForm: known.name(child(overview, 'ExaminationForm')),
    RegistryNumber: childText(overview, 'URIRegistrationNumber') || childText(record, 'RegistryNumber'),
    OrderNumber: childText(overview, 'OrderNumber'),
    OrderDate: childText(overview, 'OrderDate'),
    Objective: childText(info, 'Objective'),
    From: childText(info, 'From'),
    To: childText(info, 'To'),
    Number: childText(result, 'Number'),
    Date: childText(result, 'Date'),
    HasOffence: childText(result, 'HasOffence') || (childText(result, 'HasNoOffence') === 'true' ? 'false' : ''),
    NatureOffence: childText(result, 'IdentifiedOffencesInfo', 'NatureOffence'),
  };
}

function preceptCells(record: XmlNode): Cells {
  const precept = child(record, 'Precept');
  return {
    PreceptGuid: childText(record, 'PreceptGuid'),
    PreceptState: childText(record, 'PreceptState'),
    FIASHouseGUID: children(precept, 'FIASHouseGUID')
      .map((house) => house.text)
      .join(' '),
    ...texts(precept, ['Number', 'Date', 'Deadline', 'ShortInfo', 'ActualFulfiledPreceptDate']),
  };
}

function offenceCells(record: XmlNode): Cells {
  const offence = child(record, 'Offence');
  return {
    OffenceGuid: childText(record, 'OffenceGuid'),
    OffenceState: childText(record, 'OffenceState'),
    ...texts(offence, ['Number', 'Date', 'ShortInfo', 'ActualFulfiledOffenceDate']),
    ...texts(child(offence, 'IsSubmittedToCourt'), ['CourtName', 'SubmittedDate', 'SubmittedNumber']),
  };
}

function texts(node: Node, names: readonly string[]): Cells {
  return Object.fromEntries(names.map((name) => [name, childText(node, name)]));
}
