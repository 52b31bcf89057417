// Port of file storage. Keys are opaque and carry the region's prefix; nothing outside builds or parses one.
export interface StoredFile {
  id: string;
  /** image/jpeg, image/webp … as re-encoded by us, never as claimed. */
  contentType: string;
  bytes: number;
  width: number | null;
  height: number | null;
}

export interface FileStore {
  /** Decodes, strips metadata, re-encodes and stores a photo. Throws `invalid('platform.photo-…')` with a reason a person can act on. */
  savePhoto(input: { bytes: Uint8Array; fileName: string; purpose: string }): Promise<StoredFile>;
  open(id: string, variant?: 'full' | 'thumb'): Promise<{ file: StoredFile; body: Uint8Array }>;
  remove(id: string): Promise<void>;
  /** Removes bytes older than the moment that no row knows; how many. */
  sweepLost(before: Date, signal: AbortSignal): Promise<number>;
}
