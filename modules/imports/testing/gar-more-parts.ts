// Makes ГАР files of levels, object types and object numbers, to go beside `garParts`.
import { type GarPlan, guidOf } from './gar-archive.ts';
import type { ZipPart } from './zip-writer.ts';

const FROM = 'STARTDATE="1900-01-01" ENDDATE="2079-06-06" UPDATEDATE="1900-01-01" ISACTIVE="true"';
const LEVELS = [
  [1, 'Субъект РФ'],
  [5, 'Город'],
  [6, 'Населённый пункт'],
  [8, 'Элемент улично-дорожной сети'],
  [10, 'Здание (строение), сооружение'],
] as const;
const TYPES = [
  [1, 'Область', 'обл'],
  [5, 'Город', 'г'],
  [6, 'Село', 'с'],
  [8, 'Улица', 'ул'],
] as const;

export function garMoreParts(plan: GarPlan): ZipPart[] {
  const name = (type: string) => `AS_${type}_${plan.version}_${guidOf('f11e', type.length)}.XML`;
  const text = (root: string, records: readonly string[]) => [
    `<?xml version="1.0" encoding="utf-8"?><${root}>${records.join('')}</${root}>`,
  ];
  const day = plan.version.replace(/^(\d{4})(\d{2})(\d{2})$/, '$1-$2-$3');
  const count = 1 + plan.streets.reduce((sum, street) => sum + street.houses, 0);
  return [
    {
      name: name('OBJECT_LEVELS'),
      text: text(
        'OBJECTLEVELS',
        LEVELS.map(([level, title]) => `<OBJECTLEVEL LEVEL="${level}" NAME="${title}" ${FROM} />`),
      ),
    },
    {
      name: name('ADDR_OBJ_TYPES'),
      text: text(
        'ADDRESSOBJECTTYPES',
        TYPES.map(
          ([level, title, short], at) =>
            `<ADDRESSOBJECTTYPE ID="${at + 1}" LEVEL="${level}" NAME="${title}" SHORTNAME="${short}" DESC="${title}" ${FROM} />`,
        ),
      ),
    },
    {
      name: `${plan.subjectCode}/${name('REESTR_OBJECTS')}`,
      text: text(
        'REESTR_OBJECTS',
        Array.from(
          { length: count },
          (_, at) =>
            `<OBJECT OBJECTID="${10_000_001 + at}" OBJECTGUID="${guidOf('a0bea000', at)}" CHANGEID="${1 + at}" ISACTIVE="1" LEVELID="10" CREATEDATE="2020-01-01" UPDATEDATE="${day}" />`,
        ),
      ),
    },
  ];
}
