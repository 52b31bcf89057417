// Addresses of the open data: streamed sets and their passports.
// No cookie is read; anybody may cache and embed them.
import type { Endpoint, EndpointResponse } from '@zhkh/kernel/http.server';
import type { Context } from '@zhkh/kernel/module.server';
import type { z } from 'zod';
import { openDataQuery } from '../domain/schemas.ts';
import { type PassportFacts, passportCsv, passportJson, structureCsv } from './passport.server.ts';
import { openRows } from './rows.server.ts';
import { type Format, formats, type SetName, setNames } from '../domain/open-data.ts';
import { type SetVersion, setVersion } from './version.server.ts';
import { contentTypes, writers } from './writers.server.ts';

type Query = z.output<typeof openDataQuery>;

export const openDataEndpoints: readonly Endpoint[] = setNames.flatMap((set) => [
  ...formats.map((format) => dataOf(set, format)),
  textOf(
    `/open-data/${set}/passport.json`,
    contentTypes.json,
    (facts) => `${JSON.stringify(passportJson(facts), null, 2)}\n`,
    set,
  ),
  textOf(`/open-data/${set}/passport.csv`, contentTypes.csv, passportCsv, set),
  textOf(`/open-data/${set}/structure.csv`, contentTypes.csv, () => structureCsv(set), set),
]);

function dataOf(set: SetName, format: Format): Endpoint {
  return {
    path: `/open-data/${set}.${format}`,
    method: 'GET',
    module: 'directory',
    can: 'public',
    query: openDataQuery,
    run: ({ ctx, request }) => {
      const { municipality } = request.query as Query;
      const name = `${set}${municipality ? `-${municipality}` : ''}.${format}`;
      return fresh(ctx, request.headers, { key: name, type: contentTypes[format] }, ({ updated }) => {
        const rows = openRows(ctx, { set, placed: format === 'geojson', ...(municipality && { municipality }) });
        return { body: writers[format]({ set, updated: updated.toISOString() }, rows), file: name };
      });
    },
  };
}

function textOf(path: string, type: string, text: (facts: PassportFacts) => string, set: SetName): Endpoint {
  return {
    path,
    method: 'GET',
    module: 'directory',
    can: 'public',
    run: ({ ctx, request }) =>
      fresh(ctx, request.headers, { key: path, type }, ({ updated }) => ({ body: text(factsOf(ctx, set, updated)) })),
  };
}

function factsOf(ctx: Context, set: SetName, updated: Date): PassportFacts {
  const word = (key: string) => ctx.t(`directory:openData.${key}`, { region: ctx.tenant.name });
  const words = { title: word(`${set}.title`), description: word(`${set}.description`), publisher: word('publisher') };
  return { set, ...words, terms: word('terms'), origin: ctx.origin, updated };
}

type Made = { body: NonNullable<EndpointResponse['body']>; file?: string };

/** 304 when the client has this very state; else the whole, good for five minutes. */
async function fresh(
  ctx: Context,
  headers: Headers,
  { key, type }: { key: string; type: string },
  make: (version: SetVersion) => Made,
): Promise<EndpointResponse> {
  const version = await setVersion(ctx);
  const etag = `W/"${version.tag}-${key.replaceAll('/', '.')}"`;
  const common = {
    'Cache-Control': 'public, max-age=300',
    ETag: etag,
    'Last-Modified': version.updated.toUTCString(),
    'Access-Control-Allow-Origin': '*',
    'Cross-Origin-Resource-Policy': 'cross-origin',
  };
  if (isFresh(headers, etag, version.updated)) return { status: 304, headers: common };
  const { body, file } = make(version);
  const named = file && { 'Content-Disposition': `attachment; filename="${file}"` };
  return { status: 200, headers: { ...common, 'Content-Type': type, ...named }, body };
}

/** By the tag where the client sends one; else by the second (RFC 9110, 13.2.2). */
function isFresh(headers: Headers, etag: string, updated: Date): boolean {
  const tags = headers.get('if-none-match');
  if (tags !== null) return tags.split(',').some((tag) => tag.trim() === etag || tag.trim() === '*');
  const since = Date.parse(headers.get('if-modified-since') ?? '');
  return !Number.isNaN(since) && Math.floor(updated.getTime() / 1000) * 1000 <= since;
}
