// What rows an answer's record becomes: contracts and charters with every way to end, licences without houses, units, months.
import type { Context } from '@zhkh/kernel/module.server';
import { describe, expect, it } from 'vitest';
import type { XmlNode } from '@zhkh/imports';
import type { Known } from '../operation.ts';
import { contracts } from './contracts.server.ts';
import { examinations } from './examinations.server.ts';
import { licences } from './licences.server.ts';
import { tariffs } from './tariffs.server.ts';
import { unitOf } from './units.ts';

type Tree = { [name: string]: string | Tree | readonly (string | Tree)[] };

/** A record as the reader builds it. */
function node(name: string, of: string | Tree): XmlNode {
  if (typeof of === 'string') return { name, attributes: {}, children: [], text: of };
  const children = Object.entries(of).flatMap(([child, value]) =>
    (Array.isArray(value) ? (value as readonly (string | Tree)[]) : [value as string | Tree]).map((one) => node(child, one)),
  );
  return { name, attributes: {}, children, text: '' };
}

const nobody: Known = { name: () => '', ogrnOf: () => '', document: () => null };
const HOUSE = { FIASHouseGuid: 'h', StartDate: '2024-03-01' };
const contract = (more: Tree, object: Tree = {}) =>
  contracts
    .rows(
      node('exportCAChResult', {
        Contract: {
          ContractGUID: 'g',
          ContractStatus: 'Approved',
          DocNum: '1',
          ...more,
          ContractObject: { ...HOUSE, ...object },
        },
      }),
      { OGRN: '1' },
      nobody,
    )
    .map((row) => row.cells);

describe('a contract', () => {
  it('ends with what comes first', () => {
    expect(contract({})).toMatchObject([{ OGRN: '1', FIASHouseGuid: 'h', StartDate: '2024-03-01', EndDate: '' }]);
    expect(contract({ PlanDateComptetion: '2030-01-01' }, { EndDate: '2027-01-01' })).toMatchObject([{ EndDate: '2027-01-01' }]);
    expect(contract({}, { EndDate: '2027-01-01', Exclusion: { DateExclusion: '2026-05-01' } })).toMatchObject([
      { EndDate: '2026-05-01' },
    ]);
    expect(contract({ Terminate: { Terminate: '2025-12-31' } }, { EndDate: '2027-01-01' })).toMatchObject([
      { EndDate: '2025-12-31' },
    ]);
  });

  it('says nothing of a house that is not in it yet or no longer', () => {
    for (const status of ['Project', 'ApprovalProcess', 'Rejected', 'Annul'])
      expect(contract({}, { StatusObject: status }), status).toEqual([]);
    expect(contract({}, { StatusObject: 'Locked' })).toHaveLength(1);
  });

  it('of an association is its charter', () => {
    const record = node('exportCAChResult', {
      Charter: { Date: '2020-02-10', CharterGUID: 'c', CharterStatus: 'Approved', ContractObject: [HOUSE, HOUSE] },
    });
    const rows = contracts.rows(record, { OGRN: '1' }, nobody);
    expect(rows).toHaveLength(2);
    expect(rows[0]?.cells).toMatchObject({
      ContractGUID: 'c',
      DocNum: 'Устав',
      ContractStatus: 'Approved',
      StartDate: '2024-03-01',
    });
  });
});

describe('a licence', () => {
  it('without houses is one row, with houses a row each; its number is written as in papers', () => {
    const info = { LicenseNumber: '072000045', LicenseOrganization: { Entrp: { OGRNIP: '308' } } };
    const house = { FIASHouseGUID: 'h', LicenseHouseStatus: 'EXCLUDED', ExclusionDate: '2025-01-01' };
    const rows = (tree: Tree) => licences.rows(node('exportActualLicenseStateResult', tree), {}, nobody).map((row) => row.cells);
    expect(rows({ LicenseInfo: info })).toMatchObject([{ LicenseNumber: '072-000045', OGRN: '308' }]);
    expect(rows({ LicenseInfo: info, LicenseHouses: [house, house] })).toMatchObject([{ ExclusionDate: '2025-01-01' }, {}]);
  });
});

describe('an examination', () => {
  const record = (more: Tree, kind: Tree) =>
    examinations.rows(
      node('exportExaminationResult', {
        ExaminationGuid: 'e',
        ExaminationState: 'Finished',
        ...more,
        Examination: { ExaminationOverview: { ExaminationTypeType: kind } },
      }),
      {},
      { ...nobody, ogrnOf: () => '116' },
    );

  it('with an annulled result is annulled, of a citizen is passed over', () => {
    const firm = { Scheduled: { Subject: { Organization: { orgRootEntityGUID: 'o' } } } };
    expect(record({}, firm)[0]?.cells).toMatchObject({
      OGRN: '116',
      ExaminationState: 'Finished',
      ExaminationTypeType: 'Scheduled',
    });
    expect(record({ AnnulledResult: 'true' }, firm)[0]?.cells).toMatchObject({ ExaminationState: 'Annulled' });
    expect(record({}, { Unscheduled: { Subject: {} } })).toEqual([]);
  });

  it('is asked about by months', async () => {
    const portions = await examinations.plan({} as Context, { from: '2025-12-20', to: '2026-02-10' });
    expect(portions.map(({ content }) => Object.values(content))).toEqual([
      ['2025-12-20', '2025-12-31'],
      ['2026-01-01', '2026-01-31'],
      ['2026-02-01', '2026-02-10'],
    ]);
  });
});

describe('a tariff', () => {
  it('has a row a price, with its unit in words and the act it was set by', () => {
    const act = { number: '467/01-21', date: '2025-12-16', title: 'Об установлении тарифов', body: 'Орган власти региона' };
    const price = { Price: '36.25', Unit: '113', Description: 'Население' };
    const record = node('r', {
      Status: 'Published',
      MunicipalResourceTariff: {
        Name: 'Вода',
        ActGUID: 'a',
        OKTMO: [{ code: '71701000' }, { code: '71710000' }],
        Price: [price, price],
      },
    });
    const rows = tariffs.rows(record, {}, { ...nobody, document: () => act });
    expect(rows).toHaveLength(2);
    expect(rows[0]?.cells).toMatchObject({
      resource: 'Вода',
      unit: 'м³',
      oktmo: '71701000 71710000',
      act_number: '467/01-21',
      status: 'Published',
    });
    expect(unitOf('999')).toBe('ОКЕИ 999');
  });
});
