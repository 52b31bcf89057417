// ЕГРИП: entrepreneurs who manage houses, formats 4.04–4.07. Of the person only the name under which he trades, and the region.
import { type ImportRun, type Mapped, SourceError, type StagedRow, type XmlConnector, type XmlNode } from '@zhkh/imports';
import { isInn, isOgrn } from '@zhkh/kernel/checks';
import { applyRegistration } from '../fns/apply-registration.server.ts';
import { checkVersion } from '../fns/check-version.ts';
import { pastDate, requiredDate } from '../fns/fns-values.ts';
import { knownCompanies } from '../fns/known-companies.server.ts';
import { mapped, Refused } from '../fns/refused.ts';
import { registrationStage } from '../fns/registration-columns.ts';
import { entrepreneurStanding } from '../fns/registration-status.ts';
import { contentOf, stagedRow } from '../fns/staged-row.ts';
import { nodesAt, valueAt } from '../fns/xml-path.ts';

const SKIP = new Set(['СвЗапЕГРИП', 'СвГражд', 'СвРегПФ', 'СвРегФСС', 'СвОКВЭДДоп', 'СвЛицензия', 'ФИОЛат', 'СвАдрЭлПочты']);

export const egrip: XmlConnector = {
  id: 'egrip',
  kind: 'xml',
  anyOrder: true,
  files: () => [{ kind: 'egrip', entry: /\.xml$/i, roots: ['Файл', 'EGRIP'], records: ['Документ', 'СвИП'], skip: SKIP }],
  stage: registrationStage,
  async mapper(run, ctx) {
    const known = await knownCompanies(ctx);
    return (record, place) => {
      checkVersion(place);
      const person = record.name === 'СвИП' ? record : nodesAt(record, 'СвИП')[0];
      if (!person) throw new SourceError('columns', 'СвИП');
      return mapped((): Mapped => {
        const companyId = known.find(...numbersOf(person));
        return companyId
          ? { stage: { stage_registration: stagedRow(companyId, place, entrepreneurRow(person, run)) } }
          : { stage: {} };
      });
    };
  },
  apply: (_ctx, w, run) => applyRegistration(w, run),
};

function numbersOf(person: XmlNode): [ogrn: string, inn: string] {
  const ogrn = valueAt(person, '@ОГРНИП');
  const inn = valueAt(person, '@ИННФЛ');
  if (ogrn.length !== 15 || !isOgrn(ogrn)) throw new Refused('ОГРНИП', 'ogrn');
  if (inn && (inn.length !== 12 || !isInn(inn))) throw new Refused('ИННФЛ', 'inn');
  return [ogrn, inn];
}

function entrepreneurRow(person: XmlNode, run: ImportRun): StagedRow {
  const name = ['Фамилия', 'Имя', 'Отчество'].map((part) => valueAt(person, `СвФЛ/ФИОРус@${part}`)).filter(Boolean);
  if (name.length === 0) throw new Refused('СвФЛ/ФИОРус', 'company-name');
  const standing = entrepreneurStanding(person, run);
  const region = valueAt(person, 'СвАдрМЖ/АдресРФ@КодРегион') || valueAt(person, 'СвАдрМЖ/СвАдрМЖФИАС/Регион');
  const state: StagedRow = {
    register: 'egrip',
    name: `ИП ${name.join(' ')}`,
    short_name: null,
    status: standing.status,
    status_text: standing.text,
    status_on: standing.on,
    registered_on: pastDate(person, '@ДатаОГРНИП', run),
    okved: valueAt(person, 'СвОКВЭД/СвОКВЭДОсн@КодОКВЭД') || null,
    okved_name: valueAt(person, 'СвОКВЭД/СвОКВЭДОсн@НаимОКВЭД') || null,
    okved_reported: valueAt(person, 'СвОКВЭДОтч/СвОКВЭДОтчОсн@КодОКВЭД') || null,
    capital: null,
    email: null,
    address: null,
    region_code: /^\d{2}$/.test(region) ? region : null,
    address_unreliable: 'false',
    address_note: null,
  };
  return { ...state, content: contentOf(state), fact_date: requiredDate(person, '@ДатаВып', run), inn: null, kpp: null };
}
