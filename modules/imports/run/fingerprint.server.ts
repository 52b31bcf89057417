// Which file it was: size and checksum.
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';

export async function fingerprint(filePath: string): Promise<{ sha256: string | null; bytes: number | null }> {
  try {
    const hash = createHash('sha256');
    for await (const chunk of createReadStream(filePath, { highWaterMark: 1 << 20 })) hash.update(chunk as Uint8Array);
    return { sha256: hash.digest('hex'), bytes: (await stat(filePath)).size };
  } catch {
    return { sha256: null, bytes: null };
  }
}
