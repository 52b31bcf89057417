// Answers about names: organisations by ОГРН or GUID, legal acts by GUID, entries of a dictionary.
import { childText, children } from '../../connectors/gis-exchange/xml-tree.ts';
import type { Answer } from './answers.ts';
import { dictionaries, guidOf, nameOf, nsiRef, numberOf, remember } from './world.ts';

export const organisations: Answer = (request, world) => {
  const found = children(request, 'SearchCriteria').flatMap((criterion) => {
    const ogrn =
      childText(criterion, 'OGRN') ||
      childText(criterion, 'OGRNIP') ||
      world.organisations.get(childText(criterion, 'orgRootEntityGUID'));
    return ogrn ? [ogrn] : [];
  });
  if (found.length === 0) return null;
  return {
    'orc:exportOrgRegistryResult': found.map((ogrn) => ({
      'reg:orgRootEntityGUID': remember(world, ogrn),
      'orc:OrgVersion': {
        'reg:orgVersionGUID': guidOf('version', ogrn),
        'orc:lastEditingDate': '2025-03-14',
        'orc:IsActual': 'true',
        ...(ogrn.length === 13 ? { 'orc:Legal': { 'reg:FullName': nameOf(ogrn), 'org:OGRN': ogrn } } : entrepreneur(ogrn)),
      },
      'orc:organizationRoles': [nsiRef(20, '1', 'Управляющая организация')],
      'orc:isRegistered': 'true',
    })),
  };
};

const entrepreneur = (ogrn: string) => ({
  'orc:Entrp': { 'reg:Surname': 'Вымышленный', 'reg:FirstName': 'Пётр', 'org:OGRNIP': ogrn },
});

export const documents: Answer = (request) => {
  const guids = children(request, 'DocumentGuid').map((one) => one.text);
  if (guids.length === 0) return null;
  return {
    'uk:Document': guids.map((guid) => ({
      'uk:DocumentGuid': guid,
      'uk:DocumentRegion': {
        'uk:Name': 'Об установлении тарифов',
        'uk:DocNumber': `${100 + numberOf(900, guid)}/01-21`,
        'uk:ApproveDate': '2025-12-16',
        'uk:Attachment': {
          'base:Name': 'act.pdf',
          'base:Description': 'Текст',
          'base:Attachment': { 'base:AttachmentGUID': guidOf('file', guid) },
        },
      },
    })),
  };
};

export const dictionary: Answer = (request) => {
  const number = Number(childText(request, 'RegistryNumber'));
  const entries = Object.entries(dictionaries[number] ?? {});
  if (entries.length === 0) return null;
  return {
    'nc:NsiItem': {
      'nsi:NsiItemRegistryNumber': String(number),
      'nsi:Created': '2026-02-01T00:00:00Z',
      'nsi:NsiElement': entries.map(([code, name]) => ({
        'nsi:Code': code,
        'nsi:GUID': guidOf('nsi', String(number), code),
        'nsi:Modified': '2025-01-01T00:00:00Z',
        'nsi:IsActual': 'true',
        'nsi:NsiElementField': [{ '@xsi:type': 'nsi:NsiElementStringFieldType', 'nsi:Name': 'Наименование', 'nsi:Value': name }],
      })),
    },
  };
};
