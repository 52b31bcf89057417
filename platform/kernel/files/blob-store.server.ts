// Port of the bytes themselves, shaped like any object store: put, get, remove, list by prefix.
export interface BlobStore {
  put(key: string, bytes: Uint8Array): Promise<void>;
  /** As `put`, for files that are never held in memory: `write` makes the file at the place it is given. */
  putFile(key: string, write: (place: string) => Promise<void>): Promise<void>;
  /** Gives a place on this machine's disk to read from while `use` lasts. Null when there is nothing under the key. */
  withFile<T>(key: string, use: (place: string) => Promise<T>): Promise<T | null>;
  /** Null when there is nothing under the key. */
  get(key: string): Promise<Uint8Array | null>;
  remove(key: string): Promise<void>;
  /** Keys under the prefix that were last written before the moment. */
  listOlderThan(prefix: string, before: Date): AsyncIterable<string>;
}
