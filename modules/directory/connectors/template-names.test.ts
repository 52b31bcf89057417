// Columns of the templates are names of the official schemas: each template says which service it speaks, what has no name there says why.
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Column } from '@zhkh/imports';
import { templates } from './templates.ts';

const SCHEMAS = path.resolve(import.meta.dirname, '../../../../shared/data/gis-gkh/wsdl_xsd_14.4.0.1');
const ORGANISATIONS = 'lib/hcs-organizations-base.xsd';
const HOUSES = 'house-management/hcs-house-management-types.xsd';
const INSPECTION = 'inspection/hcs-inspection-types.xsd';

/** The service whose elements a template's columns are, and the base schema it names companies by. */
const SPEAKS: Readonly<Record<string, readonly string[]>> = {
  licences: ['licenses/hcs-licenses-types.xsd'],
  contracts: [HOUSES, ORGANISATIONS],
  'management-reports': [HOUSES, ORGANISATIONS],
  examinations: [INSPECTION, ORGANISATIONS],
  precepts: [INSPECTION, ORGANISATIONS],
  offences: [INSPECTION, ORGANISATIONS],
  protocols: [HOUSES],
  tariffs: ['tariff/hcs-tariff-types.xsd', ORGANISATIONS],
};

const CRITERION = 'one of the criteria a price differs by (Differentiation), not an element';
const NO_REPORT = 'no service exchanges reports on management; the words are those of the open part';
const ACT = 'an act is a document of another service, named there by one GUID; beside a price its own Name would be ambiguous';

const NO_NAME: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'management-reports': { PlacedDate: NO_REPORT, URL: NO_REPORT },
  tariffs: {
    consumer_group: CRITERION,
    kind: CRITERION,
    price_with_vat: 'the schema has one Price and does not tell the tax',
    act_body: ACT,
    act_title: ACT,
    act_url: ACT,
  },
};

describe.skipIf(!existsSync(SCHEMAS))('columns of a template', () => {
  it.each(templates.map(({ id, columns }) => [id, columns] as const))('%s are names of its service', (id, columns) => {
    expect(strangers(id, columns)).toEqual([]);
  });

  it('that no service has are caught, and so is a name of another service', () => {
    const like = (name: string): Column => ({ name, type: 'text', sample: '' });
    expect(strangers('protocols', [like('FIASHouseGuid'), like('HouseFIASGuid')])).toEqual(['HouseFIASGuid']);
    expect(strangers('licences', [like('VotingProtocolGUID'), like('licensenumber')])).toEqual([
      'VotingProtocolGUID',
      'licensenumber',
    ]);
  });

  it('that are said to have no name really have none', () => {
    for (const [id, reasons] of Object.entries(NO_NAME)) {
      const columns = templates.find((one) => one.id === id)?.columns.map((column) => column.name) ?? [];
      const known = namesOf(id);
      for (const name of Object.keys(reasons))
        expect([columns.includes(name), known.has(name)], `${id} ${name}`).toEqual([true, false]);
    }
  });
});

it('every template says which schema it speaks', () => {
  expect(templates.map((one) => one.id).filter((id) => !SPEAKS[id])).toEqual([]);
});

function strangers(id: string, columns: readonly Column[]): string[] {
  const known = namesOf(id);
  return columns.map((column) => column.name).filter((name) => !known.has(name) && !NO_NAME[id]?.[name]);
}

function namesOf(id: string): Set<string> {
  const texts = (SPEAKS[id] ?? []).map((file) => readFileSync(path.join(SCHEMAS, file), 'utf8'));
  const found = texts.flatMap((text) => [...text.matchAll(/<xs:(?:element|attribute) name="(\w+)"/g)]);
  return new Set(found.map((match) => match[1] ?? ''));
}
