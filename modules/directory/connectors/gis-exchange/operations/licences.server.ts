// The register of licences (exportActualLicenseState): companies of the region by ОГРН, a hundred a request.
import type { Context } from '@zhkh/kernel/module.server';
import type { XmlNode } from '@zhkh/imports';
import { licences as table } from '../../supervision/connectors.server.ts';
import { type Operation, type Portion, type Row, SKIPPED } from '../operation.ts';
import { child, children, childText } from '../xml-tree.ts';
import { chunks } from './chunks.ts';

const A_REQUEST = 100;

export const licences: Operation = {
  id: 'licences',
  action: 'exportActualLicenseState',
  service: 'lc',
  element: 'exportActualLicenseStateRequest',
  version: '14.4.0.1',
  records: ['exportActualLicenseStateResult'],
  skip: [...SKIPPED, 'LicenseRegistryEntries', 'EsiaSentInfo'],
  plan,
  tables: [table],
  rows,
};

async function plan(ctx: Context): Promise<Portion[]> {
  const companies = await ctx.db.selectFrom('company').select('ogrn').orderBy('ogrn').execute();
  return chunks(companies, A_REQUEST).map((some) => ({
    about: {},
    content: {
      'lc:LicenseOrganization': some.map(({ ogrn }) => ({
        [ogrn.length === 13 ? 'lc:OGRN' : 'lc:OGRNIP']: ogrn,
        'lc:Region': ctx.tenant.subjectCode,
      })),
    },
  }));
}

function rows(record: XmlNode): readonly Row[] {
  const info = child(record, 'LicenseInfo');
  const organisation = child(info, 'LicenseOrganization');
  const licence = {
    LicenseNumber: licenceNumber(childText(info, 'LicenseNumber')),
    LicenseRegDate: childText(info, 'LicenseRegDate'),
    LicenseStatus: childText(info, 'LicenseStatus'),
    LicenseStartDate: childText(info, 'LicenseStartDate'),
    LicenseEndDate: childText(info, 'LicenseEndDate'),
    LicensingAuthority: childText(info, 'LicensingAuthority', 'FullName'),
    ErulNumber: childText(info, 'ErulNumber'),
    OGRN: childText(organisation, 'Legal', 'OGRN') || childText(organisation, 'Entrp', 'OGRNIP'),
  };
  const houses = children(record, 'LicenseHouses').map((house) => ({
    FIASHouseGUID: childText(house, 'FIASHouseGUID'),
    HouseAddress: childText(house, 'HouseAddress'),
    LicenseHouseStatus: childText(house, 'LicenseHouseStatus'),
    InclusionDate: childText(house, 'InclusionDate'),
    ExclusionDate: childText(house, 'ExclusionDate'),
  }));
  return (houses.length > 0 ? houses : [{}]).map((house) => ({ to: table, cells: { ...licence, ...house } }));
}

/** The exchange writes nine digits where papers and tables write 072-000045: one licence, one number. */
function licenceNumber(digits: string): string {
  return /^\d{9}$/.test(digits) ? `${digits.slice(0, 3)}-${digits.slice(3)}` : digits;
}
