// Asks ГИС ЖКХ for its own names before they are needed: what it calls the region's companies, which act a GUID is, what a code means.
import { newId } from '@zhkh/platform/db.server';
import type { Context } from '@zhkh/platform/module.server';
import type { XmlNode } from '../frame/connector.ts';
import { askNow, type Patience } from './ask-now.server.ts';
import type { Client } from './client.server.ts';
import type { XmlObject } from './envelope.ts';
import { SKIPPED } from './operation.ts';
import { chunks } from './operations/chunks.ts';
import { child, children, childText } from './xml-tree.ts';

const DICTIONARY_DAYS = 30;

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

export async function fetchDocuments(ctx: Context, client: Client, patience: Patience, guids: readonly string[]) {
  const known = await ctx.db.selectFrom('gis_document').select('guid').where('guid', 'in', guids).execute();
  const have = new Set(known.map((row) => row.guid));
  for (const some of chunks(
    guids.filter((guid) => !have.has(guid)),
    1000,
  )) {
    const body = {
      service: 'uk',
      element: 'exportDocumentRequest',
      version: '11.2.0.2',
      content: { 'uk:DocumentGuid': some },
    } as const;
    const nodes = await askNow(client, { action: 'exportDocument', body, guid: newId(), skip: SKIPPED }, patience);
    const rows = nodes.flatMap((node) => documentOf(node, ctx.clock.now()));
    if (rows.length > 0)
      await ctx.write(async (w) => {
        await w.db
          .insertInto('gis_document')
          .values(rows)
          .onConflict((on) => on.column('guid').doNothing())
          .execute();
      });
  }
}

const LEVELS = { DocumentFederal: 'federal', DocumentRegion: 'region', DocumentMunicipal: 'municipal' } as const;

function documentOf(node: XmlNode, at: Date) {
  for (const [name, level] of Object.entries(LEVELS)) {
    const document = child(node, name);
    const date = childText(document, 'ApproveDate');
    if (!document || !date) continue;
    const number = childText(document, 'DocNumber') || null;
    const guid = childText(node, 'DocumentGuid').toLowerCase();
    return [{ guid, number, approved_on: date.slice(0, 10), title: childText(document, 'Name'), level, seen_at: at }];
  }
  return [];
}

export async function fetchDictionaries(ctx: Context, client: Client, patience: Patience, numbers: readonly number[]) {
  const fresh = new Date(ctx.clock.now().getTime() - DICTIONARY_DAYS * 86_400_000);
  for (const number of numbers) {
    const seen = await ctx.db
      .selectFrom('gis_dictionary')
      .select('guid')
      .where('registry_number', '=', number)
      .where('seen_at', '>', fresh)
      .limit(1)
      .executeTakeFirst();
    if (!seen) await fetchDictionary(ctx, client, patience, number);
  }
}

async function fetchDictionary(ctx: Context, client: Client, patience: Patience, number: number): Promise<void> {
  const content = { 'nc:RegistryNumber': String(number), 'nsi:ListGroup': 'NSI' };
  const body = { service: 'nc', element: 'exportNsiItemRequest', version: '10.0.1.2', content } as const;
  const [item] = await askNow(client, { action: 'exportNsiItem', body, guid: newId(), skip: SKIPPED }, patience);
  const rows = entriesOf(item).map((entry) => ({ ...entry, registry_number: number, seen_at: ctx.clock.now() }));
  for (const some of chunks(rows, 500))
    await ctx.write(async (w) => {
      await w.db
        .insertInto('gis_dictionary')
        .values(some)
        .onConflict((on) =>
          on.columns(['registry_number', 'guid']).doUpdateSet((eb) => ({
            code: eb.ref('excluded.code'),
            name: eb.ref('excluded.name'),
            seen_at: eb.ref('excluded.seen_at'),
          })),
        )
        .execute();
    });
}

/** An entry's name is its first text field; entries may hold entries. */
function entriesOf(node: XmlNode | undefined): { guid: string; code: string; name: string }[] {
  return [...children(node, 'NsiElement'), ...children(node, 'ChildElement')].flatMap((entry) => {
    const field = entry.children.find((one) => one.name === 'NsiElementField' && childText(one, 'Value'));
    const own = { guid: childText(entry, 'GUID').toLowerCase(), code: childText(entry, 'Code'), name: childText(field, 'Value') };
    return [...(own.guid && own.name ? [own] : []), ...entriesOf(entry)];
  });
}
