// Says that streets changed: every process reads them again before its next suggestion.
// Whoever writes `house_street` calls it.
import type { Write } from '@zhkh/kernel/module.server';

export async function renewStreetDictionary(w: Pick<Write, 'db'>): Promise<void> {
  await w.db
    .updateTable('street_dictionary')
    .set((eb) => ({ version: eb('version', '+', 1) }))
    .execute();
}
