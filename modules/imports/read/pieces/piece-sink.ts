// Where the readers of a piece put what they have read.
import type { Mapped } from '../../connector.ts';
import { CopyText } from './copy-text.ts';
import type { FailedRow } from './failed-row.ts';
import { KnownHashes } from '../known/known-hashes.ts';
import type { PieceRead, PieceWork } from './piece.ts';
import type { Mark } from '../known/record-hash.ts';

export class PieceSink {
  readonly known: KnownHashes | null;
  readonly #copy: CopyText;
  #failed: FailedRow[] = [];
  #read = 0;
  #staged = 0;

  constructor(work: Pick<PieceWork, 'copy' | 'known'>) {
    this.known = work.known && new KnownHashes(work.known);
    this.#copy = new CopyText(work.copy);
  }

  /** `unchanged`: what the record says of itself is stored already. */
  take(line: number, entry: string | null, mapped: Mapped, raw: () => string, mark: Mark | null, unchanged = false): void {
    this.#read += 1;
    if ('failed' in mapped) {
      this.#failed.push({ line, entry, ...mapped.failed, raw: raw() });
      return;
    }
    this.#copy.add(line, mapped.stage, mark, unchanged);
    this.#staged += 1;
  }

  /** A record as it was the last time. */
  skip(): void {
    this.#read += 1;
    this.#staged += 1;
  }

  /** A row that could not even be taken apart. */
  broken(line: number, entry: string | null, reason: string, raw: string): void {
    this.#read += 1;
    this.#failed.push({ line, entry, field: '', reason, raw });
  }

  /** What has gathered since the last time; `room` may be filled with it. */
  done(room: ArrayBuffer): PieceRead {
    const result = { read: this.#read, staged: this.#staged, failed: this.#failed, copies: this.#copy.take(room) };
    this.#failed = [];
    this.#read = 0;
    this.#staged = 0;
    return result;
  }
}
