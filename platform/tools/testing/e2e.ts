// What end-to-end tests know of the product they look at: written by its starter, read by the specs.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { LocalPorts } from '../local/local-env.server.ts';
import type { SignIn } from '../local/stack.server.ts';

export const projectRoot = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../..');
/** E2E_FACTS names another running product: for looking at one spec again and again. */
export const e2eFile = process.env.E2E_FACTS || path.join(projectRoot, '.cache', 'e2e.json');

export interface E2eStack {
  ports: LocalPorts;
  portal: { tyumen: string; omsk: string };
  partner: string;
  superadmin: string;
  catcher: string;
  /** The throw-away database as superuser: specs look behind the scenes by it. */
  databaseUrl: string;
  dataDir: string;
  signIns: SignIn[];
}

export function e2eStack(): E2eStack {
  return JSON.parse(readFileSync(e2eFile, 'utf8')) as E2eStack;
}
