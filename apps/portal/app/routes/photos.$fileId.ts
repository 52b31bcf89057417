// Sends a photo, full or small, to whom the module it belongs to allows; to everybody else it is not there.
import { mayOpenPhoto } from '@zhkh/kernel/files.server';
import { notFound } from '@zhkh/kernel/errors';
import { z } from 'zod';
import { read } from '../http.server.ts';

export const loader = read(
  {
    can: 'public',
    params: z.strictObject({ fileId: z.uuid() }),
    query: z.strictObject({ size: z.enum(['full', 'thumb']).default('full') }),
  },
  async ({ ctx, params, query, request }) => {
    if (!(await mayOpenPhoto(ctx, params.fileId))) throw notFound('platform.no-photo');
    const etag = `"${params.fileId}-${query.size}"`;
    const headers = {
      ETag: etag,
      // The bytes under an id never change; the right to see them may, so the browser asks again after an hour.
      'Cache-Control': 'private, max-age=3600',
      Vary: 'Cookie',
      'Content-Security-Policy': "default-src 'none'; sandbox",
      'Content-Disposition': 'inline',
    };
    if (request.headers.get('if-none-match') === etag) return new Response(null, { status: 304, headers });
    const { file, body } = await ctx.files.open(params.fileId, query.size);
    return new Response(Buffer.from(body), {
      headers: { ...headers, 'Content-Type': file.contentType, 'Content-Length': String(body.length) },
    });
  },
);
