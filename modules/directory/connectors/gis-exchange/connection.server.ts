// How a region reaches ГИС ЖКХ: where, as whom, with which certificate, signed by whom. Given by the installation, never kept in a database.
import { readFileSync } from 'node:fs';
import { newId } from '@zhkh/kernel/db.server';
import { unavailable } from '@zhkh/kernel/errors';
import type { JobContext } from '@zhkh/kernel/module.server';
import { z } from 'zod';
import { type Client, createClient } from './client.server.ts';
import { createHttpTransport } from './http-transport.server.ts';
import type { Signer } from './ports.ts';
import { createRsaSigner } from './signing/rsa-signer.server.ts';
import { createServiceSigner } from './signing/service-signer.server.ts';

const connection = z.strictObject({
  endpoint: z.url({ protocol: /^https?$/ }).transform((url) => (url.endsWith('/') ? url : `${url}/`)),
  orgPPAGUID: z.guid(),
  tls: z.strictObject({ certFile: z.string(), keyFile: z.string(), caFile: z.string().optional() }).optional(),
  basic: z.strictObject({ user: z.string(), password: z.string() }).optional(),
  signer: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('service'), url: z.url({ protocol: /^https?$/ }), token: z.string().optional() }),
    z.strictObject({ kind: z.literal('rsa'), keyFile: z.string(), certFile: z.string() }),
  ]),
  timeoutMs: z.number().int().min(100).max(600_000).default(60_000),
  maxAnswerMegabytes: z.number().int().min(1).max(1000).default(64),
});

type Connection = z.infer<typeof connection>;

export const CONNECTION = 'gis-exchange';

/** Throws `unavailable` when the installation gives this region no connection, or one that cannot be read. */
export function openClient(ctx: JobContext): { client: Client; close(): void } {
  const given = ctx.connection(CONNECTION);
  const parsed = connection.safeParse(given);
  if (!given || !parsed.success) throw unavailable(given ? 'directory.exchange-connection' : 'directory.exchange-off');
  const { endpoint, tls, basic, timeoutMs, maxAnswerMegabytes, orgPPAGUID } = parsed.data;
  const transport = createHttpTransport({
    endpoint,
    timeoutMs,
    maxAnswerBytes: maxAnswerMegabytes * 1_000_000,
    ...(tls && { tls: { cert: read(tls.certFile), key: read(tls.keyFile), ...(tls.caFile && { ca: read(tls.caFile) }) } }),
    ...(basic && { basic }),
  });
  const signer = signerOf(ctx, parsed.data);
  const client = createClient({ transport, signer, orgPPAGUID, clock: ctx.clock, newGuid: newId, wait });
  return { client, close: () => transport.close() };
}

function signerOf(ctx: JobContext, { signer, timeoutMs }: Connection): Signer {
  if (signer.kind === 'rsa')
    return createRsaSigner({ privateKey: read(signer.keyFile), certificate: read(signer.certFile) }, ctx.clock);
  return createServiceSigner({ url: signer.url, timeoutMs, ...(signer.token !== undefined && { token: signer.token }) });
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw unavailable('directory.exchange-connection', { cause: error });
  }
}

const wait = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
