// Holds that threads read the same rows and refusals as the process by itself, ids aside.
import type { Context } from '@zhkh/kernel/module.server';
import { expect, it } from 'vitest';
import { ozhf } from '@zhkh/directory/testing';
import { demoFile } from '../../testing/demo-files.ts';
import { BufferPool } from './buffer-pool.ts';
import { openSource } from '../source/open-source.server.ts';
import type { PieceRead } from './piece.ts';
import { readSource } from '../read-source.server.ts';
import type { Reading } from '../reading.ts';

/** This mapper asks nobody. */
const NO_CONTEXT = {} as Context;
const LIMITS = { ratio: 1000, entries: 100, bytes: 1e9 };
const UUID7 = /[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}/g;

async function read(threads: number, filePath: string) {
  const run = { id: 'run', factDate: '2026-01-01', startedAt: new Date(0) };
  const source = await openSource(filePath, LIMITS);
  const reading: Reading = {
    source,
    run,
    limits: LIMITS,
    subjectCode: '72',
    mapper: () => ozhf.mapper(run, NO_CONTEXT),
    encoding: null,
    delimiter: null,
  };
  const pool = new BufferPool();
  const [rows, failed]: [string[], unknown[]] = [[], []];
  let count = 0;
  const take = (piece: PieceRead) => {
    count += piece.read;
    failed.push(...piece.failed);
    for (const { table, bytes } of piece.copies)
      if (table === 'stage_premises') rows.push(...new TextDecoder().decode(bytes).replaceAll(UUID7, 'id').split('\n'));
    for (const copy of piece.copies) pool.sent(copy);
  };
  await readSource(reading, ozhf, { filePath }, { threads, pool, pieceBytes: 50_000 }, { take, settle: async () => undefined });
  return { rows: rows.toSorted(), failed: failed.map((row) => JSON.stringify(row)).toSorted(), count };
}

it('read the same', { timeout: 30_000 }, async () => {
  const here = await read(0, demoFile('ozhf'));
  expect(here.count).toBeGreaterThan(10_000);
  expect(here.failed.length).toBeGreaterThan(2);
  expect(await read(2, demoFile('ozhf'))).toEqual(here);
});
