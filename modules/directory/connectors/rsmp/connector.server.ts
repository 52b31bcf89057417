// Реестр МСП (ФНС open data, set rsmp, monthly): a firm's or an entrepreneur's category. What the schema calls required may be missing.
import { type ImportRun, type Mapped, SourceError, type StagedRow, type XmlConnector, type XmlNode } from '@zhkh/imports';
import { isInn, isOgrn } from '@zhkh/kernel/checks';
import { applyVersions } from '../fns/apply-versions.server.ts';
import { checkVersion } from '../fns/check-version.ts';
import { pastDate, people, requiredDate, yesNo } from '../fns/fns-values.ts';
import { knownCompanies } from '../fns/known-companies.server.ts';
import { mapped, Refused } from '../fns/refused.ts';
import { contentOf, stagedRow } from '../fns/staged-row.ts';
import { nodesAt, valueAt } from '../fns/xml-path.ts';

const columns = { category: 'text', kind: 'text', since: 'date', is_new: 'bool', social: 'bool', staff: 'int4', content: 'text' };
const CATEGORIES: Readonly<Record<string, string>> = { '1': 'micro', '2': 'small', '3': 'medium' };
const KINDS: Readonly<Record<string, string>> = { '1': 'firm', '2': 'entrepreneur', '3': 'farm' };
const SKIP = new Set(['ФИОИП', 'СведМН', 'СвОКВЭД', 'СвЛиценз', 'СвПрод', 'СвПрогПарт', 'СвКонтр', 'СвДог']);

export const rsmp: XmlConnector = {
  id: 'rsmp',
  kind: 'xml',
  anyOrder: true,
  files: () => [{ kind: 'rsmp', entry: /\.xml$/i, roots: ['Файл'], records: ['Документ'], skip: SKIP }],
  stage: { stage_sme: ['id', 'company_id', 'fact_date', ...Object.keys(columns), 'import_entry'] },
  async mapper(run, ctx) {
    const known = await knownCompanies(ctx);
    return (document, place) => {
      checkVersion(place);
      const owner = nodesAt(document, 'ОргВклМСП')[0] ?? nodesAt(document, 'ИПВклМСП')[0];
      if (!owner) throw new SourceError('columns', 'ОргВклМСП');
      return mapped((): Mapped => {
        const companyId = known.find(...numbersOf(owner));
        return companyId ? { stage: { stage_sme: stagedRow(companyId, place, smeRow(document, run)) } } : { stage: {} };
      });
    };
  },
  async apply(_ctx, w, run) {
    const { added, confirmed } = await applyVersions(w, run, { table: 'company_sme', stage: 'stage_sme', columns });
    return { smeNew: added, smeConfirmed: confirmed };
  },
};

function numbersOf(owner: XmlNode): [ogrn: string, inn: string] {
  const ogrn = valueAt(owner, '@ОГРН') || valueAt(owner, '@ОГРНИП');
  const inn = valueAt(owner, '@ИННЮЛ') || valueAt(owner, '@ИННФЛ');
  if (ogrn && !isOgrn(ogrn)) throw new Refused('ОГРН', 'ogrn');
  if (inn && !isInn(inn)) throw new Refused('ИНН', 'inn');
  if (!ogrn && !inn) throw new Refused('ИНН', 'inn');
  return [ogrn, inn];
}

function smeRow(document: XmlNode, run: ImportRun): StagedRow {
  const category = CATEGORIES[valueAt(document, '@КатСубМСП')];
  if (!category) throw new Refused('КатСубМСП', 'value');
  const state: StagedRow = {
    category,
    kind: KINDS[valueAt(document, '@ВидСубМСП')] ?? null,
    since: pastDate(document, '@ДатаВклМСП', run),
    is_new: yesNo(document, '@ПризНовМСП'),
    social: yesNo(document, '@СведСоцПред'),
    staff: people(document, '@ССЧР') ?? people(document, 'СвЧислРаб@ССЧР'),
  };
  const stated = valueAt(document, '@ДатаСост') ? requiredDate(document, '@ДатаСост', run) : run.factDate;
  return { ...state, content: contentOf(state), fact_date: stated };
}
