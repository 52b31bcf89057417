// The connector a mapping profile stands for: key column → house or company, each mapped column → a named fact with its unit.
import {
  cellText,
  type Column,
  type Profile,
  profileConnectorId,
  type ProfileFact,
  readCell,
  type SourceRecord,
  type TableConnector,
} from '@zhkh/imports';
import { tabular } from '../tabular/tabular.server.ts';
import type { Joins, Target } from '../tabular/target.ts';

export function profileConnector(profile: Profile): TableConnector {
  return tabular({
    id: profileConnectorId(profile.code),
    required: [profile.keyColumn, ...profile.facts.map((fact) => fact.column)],
    joins: joinsOf(profile),
    targets: profile.facts.map((fact) => targetOf(profile, fact)),
  });
}

function joinsOf(profile: Profile): Joins {
  const key = (type: Column['type']): Column => ({ name: profile.keyColumn, type, need: true, sample: '' });
  switch (profile.keyKind) {
    case 'house-guid':
    case 'fias-guid':
      return { houseGuid: key('guid') };
    case 'address':
      return { address: key('text') };
    case 'inn':
      return { inn: key('inn') };
    case 'ogrn':
      return { ogrn: key('ogrn') };
    default:
      throw new Error(`no key ${profile.keyKind}`);
  }
}

function targetOf(profile: Profile, fact: ProfileFact): Target {
  const column: Column = { name: fact.column, type: fact.kind, sample: '' };
  return {
    table: profile.target === 'house' ? 'house_fact' : 'company_fact',
    tag: `${profile.target} ${fact.name}`,
    columns: [],
    house: profile.target === 'house',
    company: profile.target === 'company',
    keyOfCompany: profile.target === 'company',
    key: () => `${profile.code}|${fact.name}`,
    when: (record: SourceRecord) => cellText(record, column) !== '',
    moreCasts: { profile_code: 'text', name: 'text', label: 'text', value: 'text', unit: 'text', origin: 'text' },
    more: (record) => ({
      profile_code: profile.code,
      name: fact.name,
      label: fact.label,
      value: readCell(record, column),
      unit: fact.unit,
      origin: profile.origin,
    }),
  };
}
