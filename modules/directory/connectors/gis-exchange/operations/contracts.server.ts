// Management contracts and charters (exportCAChData). The answer does not say whose they are: a request asks about one company's houses.
import type { Context } from '@zhkh/kernel/module.server';
import { sql } from 'kysely';
import { contracts as table } from '../../contracts/connector.server.ts';
import type { XmlNode } from '@zhkh/imports';
import { type Cells, type Operation, type Portion, type Row, SKIPPED } from '../operation.ts';
import { child, children, childText } from '../xml-tree.ts';
import { chunks } from './chunks.ts';

const A_REQUEST = 100;

export const contracts: Operation = {
  id: 'contracts',
  action: 'exportCAChData',
  service: 'hm',
  element: 'exportCAChAsyncRequest',
  version: '13.1.2.1',
  records: ['exportCAChResult'],
  skip: [
    ...SKIPPED,
    'Protocol',
    'ContractAttachment',
    'AgreementAttachment',
    'SignedOwners',
    'MeetingProtocol',
    'AttachmentCharter',
  ],
  needs: 'organisations',
  plan,
  tables: [table],
  rows,
};

/** Whoever is known to have managed a house, and whoever has it in its licence: that is how a new manager shows first. */
async function plan(ctx: Context): Promise<Portion[]> {
  const pairs = await sql<{ ogrn: string; root_guid: string; house: string }>`
    select company.ogrn, known.root_guid::text, house.fias_guids[1]::text as house
    from house
    join (
      select house_id, company_id from management union select house_id, company_id from licence_house where status = 'INCLUDED'
    ) pair on pair.house_id = house.id
    join company on company.id = pair.company_id
    join lateral (select root_guid from gis_organisation where gis_organisation.ogrn = company.ogrn order by seen_at desc limit 1) known on true
    where cardinality(house.fias_guids) > 0
    group by 1, 2, 3 order by 1, 3`.execute(ctx.db);
  const byCompany = Map.groupBy(pairs.rows, (pair) => `${pair.ogrn} ${pair.root_guid}`);
  return [...byCompany.values()].flatMap((own) =>
    chunks(own, A_REQUEST).map((some) => ({
      about: { OGRN: some[0]?.ogrn ?? '' },
      content: {
        'hm:Criteria': some.map(({ root_guid, house }) => ({
          'hm:UOGUID': root_guid,
          'hm:FIASHouseGuid': house,
          'hm:LastVersionOnly': 'true',
        })),
      },
    })),
  );
}

function rows(record: XmlNode, about: Cells): readonly Row[] {
  const contract = child(record, 'Contract');
  const charter = child(record, 'Charter');
  const document = contract ?? charter;
  const common = {
    OGRN: about.OGRN ?? '',
    ContractGUID: childText(document, contract ? 'ContractGUID' : 'CharterGUID'),
    DocNum: contract ? childText(contract, 'DocNum') : 'Устав',
    SigningDate: childText(document, contract ? 'SigningDate' : 'Date'),
    ContractStatus: childText(document, contract ? 'ContractStatus' : 'CharterStatus'),
    EffectiveDate: childText(contract, 'EffectiveDate'),
    PlanDateComptetion: childText(contract, 'PlanDateComptetion'),
  };
  const terminated = childText(document, 'Terminate', 'Terminate');
  return children(document, 'ContractObject')
    .filter((object) => !VOID.has(childText(object, 'StatusObject')))
    .map((object) => ({
      to: table,
      cells: {
        ...common,
        FIASHouseGuid: childText(object, 'FIASHouseGuid'),
        StartDate: childText(object, 'StartDate'),
        EndDate: earliest([childText(object, 'EndDate'), childText(object, 'Exclusion', 'DateExclusion'), terminated]),
      },
    }));
}

const VOID: ReadonlySet<string> = new Set(['Project', 'Rejected', 'ApprovalProcess', 'Annul']);

/** Whatever comes first ends the management of the house: the term, the house's exclusion, the end of the contract. */
function earliest(days: readonly string[]): string {
  return days.filter(Boolean).toSorted()[0] ?? '';
}
