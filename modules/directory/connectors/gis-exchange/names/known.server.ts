// What ГИС ЖКХ told of its own names and is kept: organisations, legal acts, entries of dictionaries.
import type { Context } from '@zhkh/kernel/module.server';
import type { Known } from '../operation.ts';
import { childText } from '../xml-tree.ts';

const LEVELS = { federal: 'Федеральный орган', region: 'Орган власти региона', municipal: 'Орган местного самоуправления' };

export async function readKnown(ctx: Context): Promise<Known> {
  const [organisations, documents, entries] = await Promise.all([
    ctx.db.selectFrom('gis_organisation').select(['root_guid', 'ogrn']).execute(),
    ctx.db.selectFrom('gis_document').selectAll().execute(),
    ctx.db.selectFrom('gis_dictionary').select(['guid', 'name']).execute(),
  ]);
  const ogrns = new Map(organisations.map((row) => [row.root_guid, row.ogrn]));
  const acts = new Map(documents.map((row) => [row.guid, row]));
  const names = new Map(entries.map((row) => [row.guid, row.name]));
  return {
    name: (ref) => childText(ref, 'Name') || (names.get(childText(ref, 'GUID').toLowerCase()) ?? ''),
    ogrnOf: (guid) => ogrns.get(guid.toLowerCase()) ?? '',
    document(guid) {
      const act = acts.get(guid.toLowerCase());
      return act ? { number: act.number ?? 'б/н', date: act.approved_on, title: act.title, body: LEVELS[act.level] } : null;
    },
  };
}
