// One СвЮЛ → what is kept of a firm's registration. Its head and founders are not.
import { email, type ImportRun, type StagedRow, type XmlNode } from '@zhkh/imports';
import { isInn, isOgrn } from '@zhkh/kernel/checks';
import { pastDate, requiredDate, roubles } from '../fns/fns-values.ts';
import { Refused } from '../fns/refused.ts';
import { registeredAddress } from '../fns/registered-address.ts';
import { firmStanding } from '../fns/registration-status.ts';
import { contentOf } from '../fns/staged-row.ts';
import { valueAt } from '../fns/xml-path.ts';

export function firmOf(firm: XmlNode): { ogrn: string; inn: string } {
  const ogrn = valueAt(firm, '@ОГРН');
  const inn = valueAt(firm, '@ИНН');
  if (ogrn.length !== 13 || !isOgrn(ogrn)) throw new Refused('ОГРН', 'ogrn');
  if (inn && (inn.length !== 10 || !isInn(inn))) throw new Refused('ИНН', 'inn');
  return { ogrn, inn };
}

export function firmRow(firm: XmlNode, run: ImportRun, inn: string): StagedRow {
  const name = valueAt(firm, 'СвНаимЮЛ@НаимЮЛПолн');
  if (!name) throw new Refused('СвНаимЮЛ@НаимЮЛПолн', 'company-name');
  const standing = firmStanding(firm, run);
  const address = registeredAddress(firm);
  const state: StagedRow = {
    register: 'egrul',
    name,
    short_name: valueAt(firm, 'СвНаимЮЛ@НаимЮЛСокр') || valueAt(firm, 'СвНаимЮЛ/СвНаимЮЛСокр@НаимСокр') || null,
    status: standing.status,
    status_text: standing.text,
    status_on: standing.on,
    registered_on: pastDate(firm, '@ДатаОГРН', run),
    okved: valueAt(firm, 'СвОКВЭД/СвОКВЭДОсн@КодОКВЭД') || null,
    okved_name: valueAt(firm, 'СвОКВЭД/СвОКВЭДОсн@НаимОКВЭД') || null,
    okved_reported: valueAt(firm, 'СвОКВЭДОтч/СвОКВЭДОтчОсн@КодОКВЭД') || valueAt(firm, 'СвОКВЭДОтч/СвОКВЭДОсн@КодОКВЭД') || null,
    capital: roubles(firm, 'СвУстКап@СумКап'),
    email: email(valueAt(firm, 'СвАдрЭлПочты@E-mail')) ?? null,
    address: address.text,
    region_code: address.regionCode,
    address_unreliable: String(address.unreliable),
    address_note: address.note,
  };
  const kpp = valueAt(firm, '@КПП');
  return {
    ...state,
    content: contentOf(state),
    fact_date: requiredDate(firm, '@ДатаВып', run),
    inn: inn || null,
    kpp: /^\d{9}$/.test(kpp) ? kpp : null,
  };
}
