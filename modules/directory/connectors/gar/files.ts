// Which files of a ГАР archive are read: dictionaries of the root, and one region's folder (or a folder packed by itself).
import type { XmlFile } from '@zhkh/imports';

/** The digit after the name keeps PARAMS and DIVISION out. */
const named = (type: string) => `AS_${type}_\\d{8}_[^/]*\\.xml$`;

export function garFiles(region: { subjectCode: string }): readonly XmlFile[] {
  const inRegion = (type: string) => new RegExp(`^(?:(?:.*/)?${region.subjectCode}/)?${named(type)}`, 'i');
  const dictionary = (type: string) => new RegExp(`^(?:[^/]*/)?${named(type)}`, 'i');
  const file = (kind: string, entry: RegExp, root: string, record: string): XmlFile => ({
    kind,
    entry,
    roots: [root],
    records: [record],
  });
  return [
    file('object', inRegion('ADDR_OBJ'), 'ADDRESSOBJECTS', 'OBJECT'),
    file('house', inRegion('HOUSES'), 'HOUSES', 'HOUSE'),
    file('adm', inRegion('ADM_HIERARCHY'), 'ITEMS', 'ITEM'),
    file('mun', inRegion('MUN_HIERARCHY'), 'ITEMS', 'ITEM'),
    file('param', inRegion('(?:ADDR_OBJ|HOUSES)_PARAMS'), 'PARAMS', 'PARAM'),
    file('registry', inRegion('REESTR_OBJECTS'), 'REESTR_OBJECTS', 'OBJECT'),
    file('type:level', dictionary('OBJECT_LEVELS'), 'OBJECTLEVELS', 'OBJECTLEVEL'),
    file('type:object', dictionary('ADDR_OBJ_TYPES'), 'ADDRESSOBJECTTYPES', 'ADDRESSOBJECTTYPE'),
    file('type:house', dictionary('HOUSE_TYPES'), 'HOUSETYPES', 'HOUSETYPE'),
    file('type:addhouse', dictionary('ADDHOUSE_TYPES'), 'HOUSETYPES', 'HOUSETYPE'),
  ];
}
