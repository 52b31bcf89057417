// Our codes are those of the published schema, when its files are at hand.
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { registerColumns } from '../connectors/columns.ts';
import { types } from './phase.ts';
import { serviceCodes } from './services.ts';

const file = new URL(
  '../../../../shared/data/gis-gkh/wsdl_xsd_14.4.0.1/outage-report/hcs-outage-report-types.xsd',
  import.meta.url,
);

describe.skipIf(!existsSync(file))('against the schema of outage reports', () => {
  const schema = existsSync(file) ? readFileSync(file, 'utf8') : '';
  const valuesOf = (type: string) => {
    const body = schema.split(`<xs:simpleType name="${type}">`)[1]?.split('</xs:simpleType>')[0] ?? '';
    return [...body.matchAll(/enumeration value="([^"]+)"/g)].map((match) => match[1]);
  };

  it('utilities and types have its codes', () => {
    expect(valuesOf('ServiceCodeType')).toEqual([...serviceCodes]);
    expect(valuesOf('OutageTypeType')).toEqual([...types]);
    expect(valuesOf('StatusType')).toEqual(['PUBLISHED', 'CANCELLED']);
  });

  it('columns bear the names of its elements', () => {
    const own = ['HouseAddress', 'OGRN'];
    const names = registerColumns.map((column) => column.name).filter((name) => !own.includes(name));
    expect(names.filter((name) => !schema.includes(`<xs:element name="${name}"`))).toEqual([]);
  });
});
