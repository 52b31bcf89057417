// What ГИС ЖКХ calls organisations: asked for by ОГРН before contracts and examinations, by GUID when an answer names strangers.
import { newId } from '@zhkh/kernel/db.server';
import type { Context } from '@zhkh/kernel/module.server';
import type { XmlNode } from '@zhkh/imports';
import { askNow, type Patience } from '../ask-now.server.ts';
import type { Client } from '../client.server.ts';
import type { XmlObject } from '../envelope.ts';
import { SKIPPED } from '../operation.ts';
import { chunks } from '../operations/chunks.ts';
import { child, childText } from '../xml-tree.ts';

/** By ОГРН those whose GUID is not known; by GUID those an answer has named. */
export async function fetchOrganisations(ctx: Context, client: Client, patience: Patience, guids: readonly string[] = []) {
  const wanted = guids.length > 0 ? await unknownGuids(ctx, guids) : await unknownCompanies(ctx);
  for (const some of chunks(wanted, 100)) {
    const content = { 'orc:SearchCriteria': some };
    const body = { service: 'orc', element: 'exportOrgRegistryRequest', version: '10.0.2.1', content } as const;
    const nodes = await askNow(client, { action: 'exportOrgRegistry', body, guid: newId(), skip: SKIPPED }, patience);
    const rows = nodes.flatMap((node) => organisationOf(node, ctx.clock.now()));
    if (rows.length > 0)
      await ctx.write(async (w) => {
        await w.db
          .insertInto('gis_organisation')
          .values(rows)
          .onConflict((on) =>
            on.column('root_guid').doUpdateSet((eb) => ({ ogrn: eb.ref('excluded.ogrn'), seen_at: eb.ref('excluded.seen_at') })),
          )
          .execute();
      });
  }
}

async function unknownCompanies(ctx: Context): Promise<XmlObject[]> {
  const rows = await ctx.db
    .selectFrom('company')
    .select('ogrn')
    .where((eb) =>
      eb.not(
        eb.exists(eb.selectFrom('gis_organisation').select('root_guid').whereRef('gis_organisation.ogrn', '=', 'company.ogrn')),
      ),
    )
    .orderBy('ogrn')
    .execute();
  return rows.map(({ ogrn }) => ({ [ogrn.length === 13 ? 'org:OGRN' : 'org:OGRNIP']: ogrn }));
}

async function unknownGuids(ctx: Context, guids: readonly string[]): Promise<XmlObject[]> {
  const known = await ctx.db.selectFrom('gis_organisation').select('root_guid').where('root_guid', 'in', guids).execute();
  const have = new Set(known.map((row) => row.root_guid));
  return guids.filter((guid) => !have.has(guid)).map((guid) => ({ 'reg:orgRootEntityGUID': guid }));
}

function organisationOf(node: XmlNode, at: Date) {
  const version = child(node, 'OrgVersion');
  const kind = version?.children.find((one) => ['Legal', 'Subsidiary', 'Entrp'].includes(one.name));
  const ogrn = childText(kind, 'OGRN') || childText(kind, 'OGRNIP');
  const guid = childText(node, 'orgRootEntityGUID').toLowerCase();
  return node.name === 'exportOrgRegistryResult' && ogrn && guid ? [{ root_guid: guid, ogrn, seen_at: at }] : [];
}
