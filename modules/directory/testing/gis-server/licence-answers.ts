// Licences in the register model, with the houses the server has heard of.
import { childText, children } from '../../connectors/gis-exchange/xml-tree.ts';
import type { Answer } from './answers.ts';
import { digitsOf, guidOf, nameOf, nsiRef, rootOf } from './world.ts';

export const licences: Answer = (request, world) => {
  const asked = children(request, 'LicenseOrganization');
  const ogrns = asked.map((one) => childText(one, 'OGRN')).filter(Boolean);
  const region = childText(asked[0], 'Region') || '72';
  if (ogrns.length === 0) return null;
  return {
    'lc:exportActualLicenseStateResult': ogrns.map((ogrn) => {
      const number = `${region.padStart(3, '0')}${digitsOf(6, 'licence', ogrn)}`;
      const houses = [...(world.houses.get(rootOf(ogrn)) ?? [])];
      return {
        'lc:LicenseInfo': {
          'lc:ErulNumber': `Л045-01234-${region}/${digitsOf(8, 'erul', ogrn)}`,
          'lc:LicenseNumber': number,
          'lc:LicenseRegDate': '2015-04-28',
          'lc:LicenseStatus': 'Active',
          'lc:LicenseStartDate': '2015-04-28',
          'lc:LicenseEndDate': '2030-04-28',
          'lc:LicensingAuthority': { 'reg:FullName': 'Государственная жилищная инспекция', 'org:OGRN': '1027200780000' },
          'lc:Region': { 'base:code': region },
          'lc:LicenseOrganization': { 'lc:Legal': { 'reg:FullName': nameOf(ogrn), 'org:OGRN': ogrn } },
        },
        'lc:LicenseRegistryEntries': [entry(ogrn)],
        'lc:LicenseHouses': (houses.length > 0 ? houses : [guidOf('house of nobody', ogrn)]).map((house) => ({
          'lc:FIASHouseGUID': house,
          'lc:HouseAddress': 'г. Примерный, ул. Вымышленная, д. 1',
          'lc:LicenseHouseStatus': 'INCLUDED',
          'lc:InclusionDate': '2016-05-01',
          'lc:InclusionEntryGuid': guidOf('inclusion', ogrn, house),
        })),
        'lc:LicenseGUID': guidOf('licence', ogrn),
      };
    }),
  };
};

function entry(ogrn: string) {
  return {
    'lc:EntryInfo': {
      'lc:EntryNumber': digitsOf(9, 'entry', ogrn),
      'lc:EntryType': nsiRef(215, '1'),
      'lc:EntryGuid': guidOf('entry', ogrn),
      'lc:EntryStatus': 'PUBLISHED',
      'lc:IsActual': 'true',
      'lc:PublishDate': '2015-04-28T00:00:00Z',
    },
    'lc:LicenseExtensionDetails': { 'lc:LicenseEndDate': '2030-04-28' },
  };
}
