// Files of the compiled app. Their list is read once: a request for a page does not touch the disk.
import { readdirSync } from 'node:fs';
import path from 'node:path';
import express, { type RequestHandler } from 'express';

/** Names under `assets/` carry a hash of their content and never change; the few others are asked for again after an hour. */
export function staticFiles(folder: string): RequestHandler {
  const known = filesUnder(folder);
  const options = { index: false, redirect: false } as const;
  const assets = express.static(folder, { ...options, immutable: true, maxAge: '1y' });
  const others = express.static(folder, { ...options, maxAge: '1h' });
  return (req, res, next) => {
    if (!known.has(req.path)) return next();
    (req.path.startsWith('/assets/') ? assets : others)(req, res, next);
  };
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
