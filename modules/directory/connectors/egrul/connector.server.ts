// ЕГРЮЛ: firms' registration from XML or a ZIP of XML, formats 4.05–4.08, of the companies the region knows.
import { applyRegistration } from '../fns/apply-registration.server.ts';
import { checkVersion } from '../fns/check-version.ts';
import { knownCompanies } from '../fns/known-companies.server.ts';
import { mapped } from '../fns/refused.ts';
import { registrationStage } from '../fns/registration-columns.ts';
import { stagedRow } from '../fns/staged-row.ts';
import { nodesAt } from '../fns/xml-path.ts';
import { type Mapped, SourceError, type XmlConnector } from '@zhkh/imports';
import { firmOf, firmRow } from './firm-row.ts';

/** People, history and what only repeats the names wanted: none of it is read. */
const SKIP = new Set([
  'СвЗапЕГРЮЛ',
  'СвУчредит',
  'СведДолжнФЛ',
  'СвУпрОрг',
  'СвПодразд',
  'СвПредш',
  'СвПреем',
  'СвКФХПредш',
  'СвКФХПреем',
  'СвРеоргЮЛ',
  'СвДержРеестрАО',
  'СвДоляООО',
  'СвОКВЭДДоп',
  'СвЛицензия',
  'СвРегПФ',
  'СвРегФСС',
]);

export const egrul: XmlConnector = {
  id: 'egrul',
  kind: 'xml',
  anyOrder: true,
  files: () => [{ kind: 'egrul', entry: /\.xml$/i, roots: ['Файл', 'EGRUL'], records: ['Документ', 'СвЮЛ'], skip: SKIP }],
  stage: registrationStage,
  async mapper(run, ctx) {
    const known = await knownCompanies(ctx);
    return (record, place) => {
      checkVersion(place);
      const firm = record.name === 'СвЮЛ' ? record : nodesAt(record, 'СвЮЛ')[0];
      if (!firm) throw new SourceError('columns', 'СвЮЛ');
      return mapped((): Mapped => {
        const { ogrn, inn } = firmOf(firm);
        const companyId = known.find(ogrn, inn);
        return companyId
          ? { stage: { stage_registration: stagedRow(companyId, place, firmRow(firm, run, inn)) } }
          : { stage: {} };
      });
    };
  },
  apply: (_ctx, w, run) => applyRegistration(w, run),
};
