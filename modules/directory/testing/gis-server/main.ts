// The local ГИС ЖКХ as a command: node modules/directory/testing/gis-server/main.ts --region tyumen [--port 43210] [--folder FOLDER].
// Makes keys and a file of connections in the folder and says what to put before `npm start` and `npm run tenant -- exchange`.
import { mkdirSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { newId } from '@zhkh/kernel/db.server';
import { officialSchemas } from '../exchange.ts';
import { makeKeys } from './certificate.ts';
import { startGisServer } from './server.ts';

const { values } = parseArgs({
  options: {
    region: { type: 'string', default: 'tyumen' },
    port: { type: 'string', default: '43210' },
    folder: { type: 'string', default: path.join(os.tmpdir(), 'zhkh-gis') },
  },
});
const at = (name: string) => path.join(values.folder, name);
const keys = await makeKeys();
mkdirSync(values.folder, { recursive: true, mode: 0o700 });
writeFileSync(at('key.pem'), keys.privateKey, { mode: 0o600 });
writeFileSync(at('cert.pem'), keys.certificate);
const server = await startGisServer({ certificate: keys.certificate, schemas: officialSchemas, port: Number(values.port) });
const connection = {
  endpoint: server.url,
  orgPPAGUID: newId(),
  signer: { kind: 'rsa', keyFile: at('key.pem'), certFile: at('cert.pem') },
};
writeFileSync(at('connections.json'), JSON.stringify({ [values.region]: { 'gis-exchange': connection } }, null, 2), {
  mode: 0o600,
});
process.stdout.write(
  `Local ГИС ЖКХ at ${server.url}, ${officialSchemas ? 'by the official schemas' : 'without the official schemas: own rules only'}\n`,
);
process.stdout.write(`REGION_CONNECTIONS=${at('connections.json')} npm run tenant -- exchange ${values.region} licences\n`);
