// Door of files: photos of a region, who may see them, and what they belong to.
export { attachFiles, filesOf, type WaitingFile, waitingFiles } from './attach.server.ts';
export type { BlobStore } from './blob-store.server.ts';
export { createFileStore } from './file-store.server.ts';
export type { FileStoreOptions } from './file-store-options.server.ts';
export { localBlobs } from './local-blobs.server.ts';
export { mayOpenPhoto, type PhotoAccess, photoAccess } from './photo-access.server.ts';
export type { FileStore, StoredFile } from './port.server.ts';
