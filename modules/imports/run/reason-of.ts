// Names why an import failed: the end of the key `imports:runs.reasons.<reason>`, detail after a colon.
import { isAppError } from '@zhkh/kernel/errors';
import { SourceError } from '../read/source/source-error.ts';
import { storable } from '../stage/storable.ts';

export function reasonOf(error: unknown): string {
  if (error instanceof SourceError) return storable(error.message);
  if (isAppError(error)) return error.code;
  return isArchiveFault(error) ? 'archive' : 'internal';
}

/** What the unpackers of gzip, tar and ZIP say about damaged bytes. */
function isArchiveFault(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = (error as NodeJS.ErrnoException).code ?? '';
  return code.startsWith('Z_') || /tar header|end of data|premature close/i.test(error.message);
}
