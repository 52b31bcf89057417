// The hostile photo corpus: what must be refused is refused with a reason, what a phone sends comes out clean.
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { encodePhoto } from './encode-photo.server.ts';

// A page's own sharp is fenced in by the module under test: pictures for the tests are made from raw pixels.
const pixels = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: { r: 200, g: 90, b: 30 } } });
const refused = (bytes: Uint8Array) =>
  encodePhoto(bytes).then(
    () => 'accepted',
    (error: { code?: string }) => error.code,
  );
const metadata = (bytes: Uint8Array) => sharp(bytes).metadata();

describe('a photo that is fine', () => {
  it('is turned upright, stripped of EXIF and GPS and encoded anew', async () => {
    const source = await pixels(400, 300)
      .withExif({ IFD0: { Make: 'Canary' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '57/1 9/1 0/1' } })
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer();
    expect((await metadata(source)).exif).toBeDefined();
    const photo = await encodePhoto(source);
    const out = await metadata(photo.full);
    expect(out).toMatchObject({ format: 'webp', width: 300, height: 400 });
    expect([out.exif, out.xmp, out.iptc, out.orientation]).toEqual([undefined, undefined, undefined, undefined]);
    expect(Buffer.from(photo.full).includes('Canary')).toBe(false);
  });

  it('is made no larger than 2048 and 480', async () => {
    const photo = await encodePhoto(await pixels(4000, 1000).png().toBuffer());
    expect([photo.width, photo.height]).toEqual([2048, 512]);
    expect(await metadata(photo.thumb)).toMatchObject({ width: 480, height: 120 });
  });

  it.each(['jpeg', 'png', 'webp', 'avif'] as const)('may be %s', async (format) => {
    expect((await encodePhoto(await pixels(64, 48)[format]().toBuffer())).contentType).toBe('image/webp');
  });

  it('loses a script appended to it', async () => {
    const source = Buffer.concat([await pixels(64, 64).jpeg().toBuffer(), Buffer.from('<script>alert(1)</script>')]);
    expect(Buffer.from((await encodePhoto(source)).full).includes('script')).toBe(false);
  });

  it('may be CMYK', async () => {
    const cmyk = await pixels(64, 64).toColourspace('cmyk').jpeg().toBuffer();
    expect((await metadata((await encodePhoto(cmyk)).full)).space).toBe('srgb');
  });
});

describe('a photo that is refused', () => {
  const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>alert(1)</script></svg>';
  it.each([
    ['empty', Buffer.alloc(0), 'platform.photo-empty'],
    ['SVG', Buffer.from(svg), 'platform.photo-format'],
    ['SVG with an XML head', Buffer.from(`<?xml version="1.0"?>${svg}`), 'platform.photo-format'],
    ['PDF', Buffer.from('%PDF-1.7\n%âãÏÓ\n1 0 obj'), 'platform.photo-format'],
    ['text named .jpg', Buffer.from('not a picture at all, really'), 'platform.photo-format'],
    ['a JPEG head on an SVG', Buffer.concat([Buffer.from([0xff, 0xd8, 0xff]), Buffer.from(svg)]), 'platform.photo-format'],
    ['a PNG head alone', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), 'platform.photo-broken'],
    [
      'HEIC, whose codec is not here',
      Buffer.from('\u0000\u0000\u0000\u0018ftypheic\u0000\u0000\u0000\u0000mif1heic'),
      'platform.photo-heic',
    ],
    ['16 MB of zeroes', Buffer.alloc(16 * 1024 * 1024), 'platform.photo-too-big'],
  ])('%s', async (_name, bytes, code) => {
    expect(await refused(bytes)).toBe(code);
  });

  it('GIF and TIFF, whatever they are called', async () => {
    expect(await refused(await pixels(16, 16).gif().toBuffer())).toBe('platform.photo-format');
    expect(await refused(await pixels(16, 16).tiff().toBuffer())).toBe('platform.photo-format');
  });

  it('truncated JPEG', async () => {
    const whole = await sharp(Buffer.from(Array.from({ length: 300 * 300 * 3 }, (_, i) => (i * 7919) % 251)), {
      raw: { width: 300, height: 300, channels: 3 },
    })
      .jpeg()
      .toBuffer();
    expect(await refused(whole.subarray(0, whole.length / 2))).toBe('platform.photo-broken');
  });

  it('a pixel bomb of 196 megapixels, at once', async () => {
    const bomb = await sharp({ create: { width: 14000, height: 14000, channels: 3, background: 'white' } })
      .png({ compressionLevel: 9 })
      .toBuffer();
    const before = performance.now();
    expect(await refused(bomb)).toBe('platform.photo-too-big');
    expect(performance.now() - before).toBeLessThan(500);
  }, 60_000);
});
