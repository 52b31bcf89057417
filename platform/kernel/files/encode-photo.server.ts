// From whatever a phone sends to a plain picture of ours: decoded by allow-listed loaders only, turned upright, stripped, encoded anew.
import sharp from 'sharp';
import { type AppError, invalid, isAppError, unavailable } from '../errors/index.ts';
import { boundedLine } from '../limits/bounded-line.ts';

export interface EncodedPhoto {
  contentType: 'image/webp';
  full: Uint8Array;
  thumb: Uint8Array;
  width: number;
  height: number;
}

/** 40 megapixels: more than any phone in use, a sixth of what sharp would let through. */
const MAX_PIXELS = 40_000_000;
const MAX_BYTES = 15 * 1024 * 1024;
const FULL_SIDE = 2048;
const THUMB_SIDE = 480;
/** Decoding takes memory of a multiple of the file. */
const inTurn = boundedLine({ atOnce: 2, mostWaiting: 60, busy: () => unavailable('platform.photo-busy') });

sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({
  operation: ['VipsForeignLoadJpegBuffer', 'VipsForeignLoadPngBuffer', 'VipsForeignLoadWebpBuffer', 'VipsForeignLoadHeifBuffer'],
});
sharp.concurrency(1);
sharp.cache(false);

/** Throws `invalid('platform.photo-…')`: empty, format, broken, too-big; `unavailable('platform.photo-busy')` under a flood. */
export async function encodePhoto(bytes: Uint8Array): Promise<EncodedPhoto> {
  if (bytes.length === 0) throw invalid('platform.photo-empty');
  if (bytes.length > MAX_BYTES) throw invalid('platform.photo-too-big', { params: { max: MAX_BYTES / 1024 / 1024 } });
  if (!looksLikePhoto(bytes)) throw invalid('platform.photo-format');
  try {
    return await inTurn(() => encode(bytes));
  } catch (error) {
    throw reasonOf(error, bytes);
  }
}

async function encode(bytes: Uint8Array): Promise<EncodedPhoto> {
  const source = sharp(bytes, { limitInputPixels: MAX_PIXELS, failOn: 'error', pages: 1 });
  const upright = source.autoOrient().timeout({ seconds: 20 });
  const full = await upright
    .clone()
    .resize(FULL_SIDE, FULL_SIDE, { fit: 'inside', withoutEnlargement: true })
    .webp({ quality: 80, effort: 3 })
    .toBuffer({ resolveWithObject: true });
  // The small one is made from the large one: one decoding of a foreign file, not two.
  const thumb = await sharp(full.data)
    .resize(THUMB_SIDE, THUMB_SIDE, { fit: 'inside', withoutEnlargement: true })
    .webp({ quality: 72, effort: 3 })
    .toBuffer();
  return { contentType: 'image/webp', full: full.data, thumb, width: full.info.width, height: full.info.height };
}

/** By the first bytes, whatever the name and the claimed type say. SVG, GIF, PDF, TIFF and the rest end here. */
function looksLikePhoto(bytes: Uint8Array): boolean {
  const head = Buffer.from(bytes.subarray(0, 16));
  if (head[0] === 0xff && head[1] === 0xd8 && head[2] === 0xff) return true;
  if (head.subarray(0, 8).equals(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]))) return true;
  const ascii = head.toString('latin1');
  if (ascii.startsWith('RIFF') && ascii.slice(8, 12) === 'WEBP') return true;
  return ascii.slice(4, 8) === 'ftyp' && ['heic', 'heix', 'mif1', 'msf1', 'avif', 'hevc'].includes(ascii.slice(8, 12));
}

function reasonOf(error: unknown, bytes: Uint8Array): AppError {
  if (isAppError(error)) return error;
  // An iPhone's own format: its codec is patented and not in our build; the person can make the phone send another.
  if (/^ftyp(hei|hev|mif|msf)/.test(Buffer.from(bytes.subarray(4, 12)).toString('latin1')))
    return invalid('platform.photo-heic', { cause: error });
  const message = error instanceof Error ? error.message : '';
  if (/pixel limit|exceeds/i.test(message))
    return invalid('platform.photo-too-big', { params: { max: MAX_BYTES / 1024 / 1024 }, cause: error });
  if (/unsupported|no known loader|Support for this compression format|not been built in|operation is blocked/i.test(message))
    return invalid('platform.photo-format', { cause: error });
  if (/timeout/i.test(message)) return invalid('platform.photo-broken', { cause: error });
  return invalid('platform.photo-broken', { cause: error });
}
