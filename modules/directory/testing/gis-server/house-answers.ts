// House data and management contracts.
import { childText, children } from '../../connectors/gis-exchange/xml-tree.ts';
import type { Answer } from './answers.ts';
import { guidOf, nsiRef, numberOf } from './world.ts';

export const houses: Answer = (request) => {
  const house = childText(request, 'FIASHouseGuid');
  const entrances = 1 + numberOf(5, 'entrances', house);
  const floors = [2, 5, 5, 9, 9, 12][numberOf(6, 'floors', house)] ?? 5;
  return {
    'hm:exportHouseResult': {
      'hm:HouseUniqueNumber': `GIS-${numberOf(900_000, house)}`,
      'hm:ModificationDate': '2026-01-20T10:00:00Z',
      'hm:ApartmentHouse': {
        'hm:BasicCharacteristicts': {
          'hm:CadastralNumber': `72:23:${numberOf(9999999, house)}:${numberOf(9999, house)}`,
          'hm:FIASHouseGuid': house,
          'hm:TotalSquare': `${1000 + numberOf(9000, 'square', house)}.5`,
          'hm:State': nsiRef(24, '1'),
          'hm:LifeCycleStage': nsiRef(338, '1', 'Эксплуатация'),
          'hm:UsedYear': String(1958 + numberOf(62, 'year', house)),
          'hm:FloorCount': String(floors),
          'hm:OKTMO': { 'base:code': '71701000' },
        },
        'hm:UndergroundFloorCount': '1',
        'hm:OverhaulFormingKind': nsiRef(62, '1', 'Счёт регионального оператора'),
        'hm:Entrance': Array.from({ length: entrances }, (_, index) => ({
          'hm:EntranceNum': String(index + 1),
          'hm:StoreysCount': String(floors),
          'hm:ModificationDate': '2026-01-20T10:00:00Z',
          'hm:EntranceGUID': guidOf('entrance', house, String(index)),
        })),
        'hm:Lift': Array.from({ length: floors >= 9 ? entrances : 0 }, (_, index) => ({
          'hm:EntranceNum': String(index + 1),
          'hm:FactoryNum': `Л-${numberOf(99999, house, String(index))}`,
          'hm:Type': nsiRef(192, '1', 'Пассажирский'),
          'hm:ModificationDate': '2026-01-20T10:00:00Z',
          'hm:LiftGUID': guidOf('lift', house, String(index)),
        })),
        'hm:HouseManagementType': nsiRef(25, '1'),
      },
    },
  };
};

/** The answer does not name the company: whose contracts these are is known from the question only. */
export const contracts: Answer = (request, world) => {
  const criteria = children(request, 'Criteria').map((one) => ({
    root: childText(one, 'UOGUID'),
    house: childText(one, 'FIASHouseGuid'),
  }));
  if (criteria.length === 0) return null;
  for (const { root, house } of criteria) world.houses.set(root, (world.houses.get(root) ?? new Set()).add(house));
  return {
    'hm:exportCAChResult': criteria.map(({ root, house }) =>
      numberOf(4, 'charter', root) === 0 ? { 'hm:Charter': charter(root, house) } : { 'hm:Contract': contract(root, house) },
    ),
  };
};

function contract(root: string, house: string) {
  const year = 2018 + numberOf(6, 'contract', root, house);
  return {
    'hm:DocNum': `${1 + numberOf(300, root, house)}/УК`,
    'hm:SigningDate': `${year}-02-10`,
    'hm:EffectiveDate': `${year}-03-01`,
    'hm:PlanDateComptetion': `${year + 10}-03-01`,
    'hm:Owners': 'true',
    'hm:ContractBase': nsiRef(58, '1', 'Решение собрания собственников'),
    'hm:ContractStatus': 'Approved',
    'hm:ContractGUID': guidOf('contract', root, house),
    'hm:ContractVersionGUID': guidOf('contract version', root, house),
    'hm:ContractObject': [managed(root, house, year)],
  };
}

function charter(root: string, house: string) {
  const year = 2018 + numberOf(6, 'contract', root, house);
  return {
    'hm:Date': `${year}-02-10`,
    'hm:NoCharterApproveProtocol': 'true',
    'hm:CharterStatus': 'Approved',
    'hm:CharterGUID': guidOf('charter', root, house),
    'hm:CharterVersionGUID': guidOf('charter version', root, house),
    'hm:ContractObject': [managed(root, house, year)],
  };
}

function managed(root: string, house: string, year: number) {
  return {
    'hm:FIASHouseGuid': house,
    'hm:StartDate': `${year}-03-01`,
    'hm:ContractObjectVersionGUID': guidOf('contract object', root, house),
    'hm:BaseMService': { 'hm:CurrentDoc': 'true' },
    'hm:StatusObject': 'Approved',
  };
}
