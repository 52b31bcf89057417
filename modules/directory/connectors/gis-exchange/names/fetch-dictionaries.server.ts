// Entries of the dictionaries an operation needs, once in a while: an answer may name them by GUID only.
import { newId } from '@zhkh/kernel/db.server';
import type { Context } from '@zhkh/kernel/module.server';
import type { XmlNode } from '@zhkh/imports';
import { askNow, type Patience } from '../ask-now.server.ts';
import type { Client } from '../client.server.ts';
import { SKIPPED } from '../operation.ts';
import { chunks } from '../operations/chunks.ts';
import { children, childText } from '../xml-tree.ts';

const DICTIONARY_DAYS = 30;

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
