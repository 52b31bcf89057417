// Several photos of one form: each judged by itself, a bad one does not lose the good ones.
import { errorKey, isAppError } from '../errors/index.ts';
import type { FileProblem } from '../errors/form-state.ts';
import type { UploadedFile } from './upload.server.ts';
import type { Context } from '../module/context.server.ts';
import type { StoredFile } from '../files/port.server.ts';

export interface SavedPhotos {
  saved: StoredFile[];
  /** Ready words per refused file. */
  problems: FileProblem[];
}

/** Call before `ctx.write`; attach what was saved inside it. Throws only when storing as such is impossible. */
export async function savePhotos(
  ctx: Pick<Context, 'files' | 't'>,
  files: readonly UploadedFile[],
  options: { purpose: string },
): Promise<SavedPhotos> {
  const out: SavedPhotos = { saved: [], problems: [] };
  for (const file of files) {
    try {
      out.saved.push(await ctx.files.savePhoto({ bytes: await file.bytes(), fileName: file.fileName, purpose: options.purpose }));
    } catch (error) {
      if (!isAppError(error) || error.kind !== 'invalid') throw error;
      out.problems.push({
        field: file.field,
        fileName: file.fileName,
        message: ctx.t(errorKey(error.code), { ...error.params, file: file.fileName }),
      });
    }
  }
  return out;
}
