// Legal acts tariffs name by GUID: number, day, title and whose they are.
import { newId } from '@zhkh/kernel/db.server';
import type { Context } from '@zhkh/kernel/module.server';
import type { XmlNode } from '@zhkh/imports';
import { askNow, type Patience } from '../ask-now.server.ts';
import type { Client } from '../client.server.ts';
import { SKIPPED } from '../operation.ts';
import { chunks } from '../operations/chunks.ts';
import { child, childText } from '../xml-tree.ts';

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
