// A reading thread: pieces in, staged rows as COPY text out.
// Knows no database; loads only the mapper it was told.
import { parentPort, workerData } from 'node:worker_threads';
import { pathToFileURL } from 'node:url';
import { prepareHash } from '../known/record-hash.ts';
import type { Piece, PieceRead, PieceWork } from './piece.ts';
import { pieceReader } from './piece-reader.ts';
import { SourceError } from '../source/source-error.ts';

export interface ThreadStart {
  work: PieceWork;
  entry: string;
  sources: ReadonlyMap<string, string>;
}

/** The piece's bytes come back: with its rows in them, or for the next piece. */
export type ThreadAnswer = { bytes: ArrayBuffer } & (
  | { read: PieceRead }
  | { refused: { reason: string; detail: string } }
  | { error: unknown }
);

const { work } = workerData as ThreadStart;
await prepareHash();
const { mapper } = await import(pathToFileURL(work.mapperModule ?? '').href);
const read = pieceReader(work, mapper(work.run));

parentPort?.on('message', (piece: Piece) => {
  const answer = answerTo(piece);
  const copies = 'read' in answer ? answer.read.copies.map(({ bytes }) => bytes.buffer) : [];
  parentPort?.postMessage(answer, [...new Set([answer.bytes, ...copies])]);
});

function answerTo(piece: Piece): ThreadAnswer {
  const bytes = piece.bytes.buffer;
  try {
    return { bytes, read: read(piece) };
  } catch (error) {
    if (error instanceof SourceError) return { bytes, refused: { reason: error.reason, detail: error.detail } };
    return { bytes, error };
  }
}
