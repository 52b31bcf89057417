// Files of the compiled app. Their list is read once: a request for a page does not touch the disk.
import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';
import express, { type RequestHandler, type Response } from 'express';

const TYPES: Record<string, string> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
};
const compress = promisify(brotliCompress);

/** Names under `assets/` carry a hash of their content and never change; the few others are asked for again after an hour. */
export function staticFiles(folder: string): RequestHandler {
  const known = filesUnder(folder);
  const small = new Map<string, Promise<Buffer>>();
  const options = { index: false, redirect: false } as const;
  const assets = express.static(folder, { ...options, immutable: true, maxAge: '1y' });
  const others = express.static(folder, { ...options, maxAge: '1h' });
  return (req, res, next) => {
    if (!known.has(req.path)) return next();
    const isAsset = req.path.startsWith('/assets/');
    const type = TYPES[path.extname(req.path)];
    if (isAsset && type) res.vary('Accept-Encoding');
    const fitting = isAsset && type && req.method === 'GET' && req.acceptsEncodings('br') === 'br' && !req.headers.range;
    if (!fitting) return (isAsset ? assets : others)(req, res, next);
    void packed(small, folder, req.path).then(
      (body) => send(res, type, body),
      (error: NodeJS.ErrnoException) => {
        // A failure is not kept: the file may come back. Gone since the list was read, it is a file nobody has.
        small.delete(req.path);
        next(error.code === 'ENOENT' ? undefined : error);
      },
    );
  };
}

/** Compressed on first demand and kept: on a slow phone network scripts are what takes longest. */
function packed(small: Map<string, Promise<Buffer>>, folder: string, name: string): Promise<Buffer> {
  const found =
    small.get(name) ??
    readFile(path.join(folder, name)).then((whole) => compress(whole, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }));
  small.set(name, found);
  return found;
}

function send(res: Response, type: string, body: Buffer): void {
  res.set({
    'Content-Type': type,
    'Content-Encoding': 'br',
    'Content-Length': String(body.length),
    'Cache-Control': 'public, max-age=31536000, immutable',
  });
  res.end(body);
}

/** Nothing in development: Vite serves what it makes. */
function filesUnder(folder: string): ReadonlySet<string> {
  try {
    const entries = readdirSync(folder, { withFileTypes: true, recursive: true }).filter((entry) => entry.isFile());
    return new Set(
      entries.map((entry) => `/${path.relative(folder, path.join(entry.parentPath, entry.name)).split(path.sep).join('/')}`),
    );
  } catch {
    return new Set();
  }
}
