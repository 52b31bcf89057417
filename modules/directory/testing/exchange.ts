// A region with a connection to the local ГИС ЖКХ: server, keys on disk, and the file of connections as an installation would give it.
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { newId } from '@zhkh/kernel/db.server';
import { type Keys, makeKeys } from './gis-server/certificate.ts';
import { type Call, type GisServer, type Misbehaviour, startGisServer } from './gis-server/server.ts';

const SCHEMAS = path.resolve(import.meta.dirname, '../../../../shared/data/gis-gkh/wsdl_xsd_14.4.0.1');

/** Null where the official formats are not at hand. */
export const officialSchemas = existsSync(SCHEMAS) ? SCHEMAS : null;

export interface ExchangeBench {
  server: GisServer;
  keys: Keys;
  connection: Record<string, unknown>;
  /** Set in a test to make the server misbehave; null again after it. */
  odd: { next: ((call: Call) => Misbehaviour | undefined) | null };
  close(): Promise<void>;
}

export async function exchangeBench(): Promise<ExchangeBench> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'exchange-bench-'));
  const keys = await makeKeys();
  const odd: ExchangeBench['odd'] = { next: null };
  const server = await startGisServer({
    certificate: keys.certificate,
    schemas: officialSchemas,
    misbehave: (call) => odd.next?.(call),
  });
  const file = (name: string, text: string) => {
    const at = path.join(folder, name);
    writeFileSync(at, text, { mode: 0o600 });
    return at;
  };
  const signer = { kind: 'rsa', keyFile: file('key.pem', keys.privateKey), certFile: file('cert.pem', keys.certificate) };
  return {
    server,
    keys,
    odd,
    connection: { endpoint: server.url, orgPPAGUID: newId(), signer, timeoutMs: 2000, maxAnswerMegabytes: 2 },
    async close() {
      await server.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
