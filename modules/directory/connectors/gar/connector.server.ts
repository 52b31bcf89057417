// ГАР of the ФНС, full archive or delta: stages every file in whatever order it comes, then applies in the order of the format.
import path from 'node:path';
import type { XmlConnector } from '@zhkh/imports';
import { assembleAddresses } from './assemble-addresses.server.ts';
import { garFiles } from './files.ts';
import { mapper } from './map-record.ts';
import { matchHouses } from './match-houses.server.ts';
import { assembleObjects } from './assemble-objects.server.ts';
import { tables, typeTable, upsert } from './upsert.server.ts';

export const gar: XmlConnector = {
  id: 'gar',
  kind: 'xml',
  files: garFiles,
  stage: Object.fromEntries([typeTable, ...tables].map((table) => [table.stage, Object.keys(table.columns)])),
  remembers: { edition: 1, tables: Object.fromEntries(tables.map(({ stage, table }) => [stage, table])) },
  mapper,
  mapperModule: path.join(import.meta.dirname, 'map-record.ts'),
  async apply(_ctx, w, run) {
    const counts: Record<string, number> = {};
    await upsert(w, run, typeTable);
    for (const table of tables) {
      const { added, changed } = await upsert(w, run, table);
      counts[`${table.count}New`] = added;
      counts[`${table.count}Changed`] = changed;
    }
    await assembleObjects(w, run);
    const addresses = await assembleAddresses(w, run);
    const matched = await matchHouses(w, run);
    return { ...counts, ...addresses, ...matched };
  },
};
