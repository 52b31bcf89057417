// Refuses to pass over unchanged records where that would be wrong; the file is then read once more, whole.
// So it is when the file says two things of one key, or another import of the same source was applied meanwhile.
import type { ImportRun } from '../../connector.ts';
import { eachMark } from './known-hashes.ts';

export class ReadAgain extends Error {}

/** `replaced`: marks (int8send) of the rows staged ones are about to replace. A record of this very file may not be replaced by another of it
 * unread: which of the two comes last only a whole reading tells. */
export function refuseTwice(run: ImportRun, replaced: Buffer | null): void {
  if (!run.known || !replaced) return;
  const { known } = run;
  eachMark(replaced, (low, high) => {
    if (known.wasSeen(low, high)) throw new ReadAgain('two records of one key');
  });
}
