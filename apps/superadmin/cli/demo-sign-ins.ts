// The list of demo sign-ins that the start script prints and end-to-end tests read.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { DemoLogin } from '@zhkh/kernel/auth.server';
import type { Config } from '@zhkh/kernel/config.server';

export interface DemoSignIn extends DemoLogin {
  region: string | null;
  address: string;
  /** How to get what the account asks for beyond the password. */
  note: string;
}

const fileOf = (config: Config) => path.join(config.dataDir, 'demo-sign-ins.json');

function noteOf(login: DemoLogin): string {
  if (login.password === null) return 'код придёт в ловушку SMS';
  return login.totpSecret ? `код: npm run tenant -- totp ${login.login}` : '';
}

export function signInsOf(
  config: Config,
  logins: readonly DemoLogin[],
  region: { slug: string; host: string } | null,
): DemoSignIn[] {
  return logins.map((login) => {
    const host = login.app === 'portal' ? (region ? region.host : '') : config.apps[login.app].host;
    return { ...login, region: region ? region.slug : null, address: `${config.publicScheme}://${host}`, note: noteOf(login) };
  });
}

export function readSignIns(config: Config): DemoSignIn[] | null {
  try {
    return JSON.parse(readFileSync(fileOf(config), 'utf8')) as DemoSignIn[];
  } catch {
    return null;
  }
}

export function writeSignIns(config: Config, signIns: readonly DemoSignIn[]): void {
  mkdirSync(config.dataDir, { recursive: true });
  writeFileSync(fileOf(config), `${JSON.stringify(signIns, null, 2)}\n`, { mode: 0o600 });
}
