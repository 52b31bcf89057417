// Port of file storage. Keys are opaque and carry the region's prefix; nothing outside builds or parses one.
export interface StoredFile {
  id: string;
  /** image/jpeg, image/webp … as re-encoded by us, never as claimed. */
  contentType: string;
  bytes: number;
  width: number | null;
  height: number | null;
}

export interface KeptFile {
  purpose: string;
  contentType: string;
  /** What it belongs to: a file of nothing is swept within a day. */
  owner: { type: string; id: string };
  write(place: string): Promise<{ bytes: number; sha256: string }>;
}

export interface FileStore {
  /** Decodes, strips metadata, re-encodes and stores a photo. Throws `invalid('platform.photo-…')` with a reason a person can act on. */
  savePhoto(input: { bytes: Uint8Array; fileName: string; purpose: string }): Promise<StoredFile>;
  /** Keeps a file as it is, of any size: a register's source. `write` makes it at the place it is given. Never served to browsers. */
  keep(input: KeptFile): Promise<{ id: string; bytes: number; sha256: string }>;
  /** A kept file's place on this machine's disk, for as long as `use` lasts; throws `notFound` when it is gone. */
  withKept<T>(id: string, use: (place: string) => Promise<T>): Promise<T>;
  open(id: string, variant?: 'full' | 'thumb'): Promise<{ file: StoredFile; body: Uint8Array }>;
  remove(id: string): Promise<void>;
  /** Removes bytes older than the moment that no row knows; how many. */
  sweepLost(before: Date, signal: AbortSignal): Promise<number>;
}
