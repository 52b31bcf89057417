// House data (exportHouseData): a request a house, those asked longest ago first, a few hundred a round.
import { cellText, type Column, readCell, type SourceRecord, type XmlNode } from '@zhkh/imports';
import { tabular } from '../../tabular/tabular.server.ts';
import type { Target } from '../../tabular/target.ts';
import { type Cells, type Known, type Operation, type Row, SKIPPED } from '../operation.ts';
import { child, children, childText } from '../xml-tree.ts';
import { housesDue } from './houses-due.server.ts';

const ORIGIN = 'ГИС ЖКХ, сведения о доме';

const facts: readonly { column: Column; label: string; unit?: string }[] = [
  { column: { name: 'UsedYear', type: 'year', sample: '1984' }, label: 'Год ввода в эксплуатацию' },
  { column: { name: 'FloorCount', type: 'text', sample: '9' }, label: 'Этажей' },
  { column: { name: 'UndergroundFloorCount', type: 'text', sample: '1' }, label: 'Подземных этажей' },
  { column: { name: 'TotalSquare', type: 'number', sample: '4820.5' }, label: 'Общая площадь', unit: 'м²' },
  { column: { name: 'Entrances', type: 'whole', sample: '4' }, label: 'Подъездов' },
  { column: { name: 'Lifts', type: 'whole', sample: '4' }, label: 'Лифтов' },
  { column: { name: 'State', type: 'text', sample: 'Исправный' }, label: 'Состояние' },
  { column: { name: 'LifeCycleStage', type: 'text', sample: 'Эксплуатация' }, label: 'Стадия жизненного цикла' },
  { column: { name: 'HouseManagementType', type: 'text', sample: 'УО' }, label: 'Способ управления' },
  { column: { name: 'OverhaulFormingKind', type: 'text', sample: 'Счёт оператора' }, label: 'Фонд капитального ремонта' },
];

const table = tabular({
  id: 'gis-houses',
  required: [],
  anyOrder: true,
  joins: { houseGuid: { name: 'FIASHouseGuid', type: 'guid', need: true, sample: '' } },
  targets: facts.map(targetOf),
});

function targetOf({ column, label, unit }: (typeof facts)[number]): Target {
  return {
    table: 'house_fact',
    tag: `gis ${column.name}`,
    columns: [],
    house: true,
    company: false,
    key: () => `gis|${column.name}`,
    when: (record: SourceRecord) => cellText(record, column) !== '',
    moreCasts: { name: 'text', label: 'text', value: 'text', unit: 'text', origin: 'text' },
    more: (record) => ({ name: column.name, label, value: readCell(record, column), unit: unit ?? null, origin: ORIGIN }),
  };
}

export const houses: Operation = {
  id: 'houses',
  action: 'exportHouseData',
  service: 'hm',
  element: 'exportHouseRequest',
  version: '13.2.3.2',
  records: ['exportHouseResult'],
  skip: [...SKIPPED, 'ResidentialPremises', 'NonResidentialPremises', 'LivingRoom', 'OGFData', 'DemolishionReason'],
  dictionaries: [24, 25, 62, 338],
  plan: (ctx) => housesDue(ctx, 'house'),
  tables: [table],
  rows,
};

function rows(record: XmlNode, _about: Cells, known: Known): readonly Row[] {
  const flats = child(record, 'ApartmentHouse');
  const house = flats ?? child(record, 'LivingHouse');
  const basic = child(house, 'BasicCharacteristicts');
  const alive = (name: string) => children(house, name).filter((one) => !childText(one, 'TerminationDate')).length;
  return [
    {
      to: table,
      cells: {
        FIASHouseGuid: childText(basic, 'FIASHouseGuid'),
        UsedYear: childText(basic, 'UsedYear'),
        FloorCount: childText(basic, 'FloorCount'),
        UndergroundFloorCount: childText(house, 'UndergroundFloorCount'),
        TotalSquare: childText(basic, 'TotalSquare'),
        Entrances: flats ? String(alive('Entrance')) : '',
        Lifts: flats ? String(alive('Lift')) : '',
        State: known.name(child(basic, 'State')),
        LifeCycleStage: known.name(child(basic, 'LifeCycleStage')),
        HouseManagementType: known.name(child(house, 'HouseManagementType')),
        OverhaulFormingKind: known.name(child(house, 'OverhaulFormingKind')),
      },
    },
  ];
}
