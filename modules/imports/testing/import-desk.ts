// What a test of imports works at: two regions with all modules in them and a folder for files.
import { writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { JobContext } from '@zhkh/kernel/module.server';
import { systemIn, type TwoRegions, twoRegions } from '@zhkh/tools/testing';
import { installed } from '../../installed.server.ts';

export interface ImportDesk {
  regions: TwoRegions;
  /** Tyumen. */
  ctx: JobContext;
  /** Omsk. */
  other: JobContext;
  /** Writes a file and says where it is. */
  file(name: string, content: string | Uint8Array): string;
  /** Rows an import of Tyumen kept back, in their order. */
  refused(importId: string): Promise<{ line: number; field: string; reason: string }[]>;
  close(): Promise<void>;
}

export async function importDesk(): Promise<ImportDesk> {
  const regions = await twoRegions(installed);
  const [ctx, other] = await Promise.all([systemIn(regions, 'tyumen'), systemIn(regions, 'omsk')]);
  const folder = await mkdtemp(path.join(os.tmpdir(), 'imports-'));
  return {
    regions,
    ctx,
    other,
    file(name, content) {
      const target = path.join(folder, name);
      writeFileSync(target, content);
      return target;
    },
    refused: (importId) =>
      ctx.db
        .selectFrom('import_failed_row')
        .select(['line', 'field', 'reason'])
        .where('import_id', '=', importId)
        .orderBy('line')
        .execute(),
    async close() {
      await regions.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
