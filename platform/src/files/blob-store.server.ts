// Port of the bytes themselves, shaped like any object store: put, get, remove, list by prefix.
export interface BlobStore {
  put(key: string, bytes: Uint8Array): Promise<void>;
  /** Null when there is nothing under the key. */
  get(key: string): Promise<Uint8Array | null>;
  remove(key: string): Promise<void>;
  /** Keys under the prefix that were last written before the moment. */
  listOlderThan(prefix: string, before: Date): AsyncIterable<string>;
}
