// One document of a yearly set (revexp, sshr): whose, of which year, published when; figures are the set's own.
import { type ImportRun, type Mapped, SourceError, type StagedRow, type XmlMapper, type XmlNode } from '@zhkh/imports';
import { isInn } from '@zhkh/kernel/checks';
import { checkVersion } from './check-version.ts';
import { requiredDate, yearOf } from './fns-values.ts';
import type { KnownCompanies } from './known-companies.server.ts';
import { mapped, Refused } from './refused.ts';
import { stagedRow } from './staged-row.ts';
import { nodesAt, valueAt } from './xml-path.ts';

export interface YearlySet {
  stage: string;
  /** The element that makes the set what it is. */
  element: string;
  figures(document: XmlNode): StagedRow;
}

export function yearlyMapper(run: ImportRun, known: KnownCompanies, set: YearlySet): XmlMapper {
  return (document, place) => {
    checkVersion(place);
    if (nodesAt(document, set.element).length === 0) throw new SourceError('columns', set.element);
    return mapped((): Mapped => {
      const inn = valueAt(document, 'СведНП@ИННЮЛ');
      if (inn.length !== 10 || !isInn(inn)) throw new Refused('ИННЮЛ', 'inn');
      const companyId = known.find('', inn);
      if (!companyId) return { stage: {} };
      const state = requiredDate(document, '@ДатаСост', run);
      const row = {
        ...set.figures(document),
        year: yearOf(state),
        fact_date: state,
        published_on: requiredDate(document, '@ДатаДок', run),
      };
      return { stage: { [set.stage]: stagedRow(companyId, place, row) } };
    });
  };
}

/** A figure the set promises: its absence is a fault, not a zero. */
export function present(value: string | null, field: string): string {
  if (value === null) throw new Refused(field, 'value');
  return value;
}
