// What the supervisor tells its children: the embedded parts, unless the environment names real ones.
import path from 'node:path';
import { localSecret } from './secrets.server.ts';

export interface LocalPorts {
  postgres: number;
  portal: number;
  partner: number;
  superadmin: number;
  worker: number;
  catcher: number;
  smtp: number;
}

export type Env = Record<string, string | undefined>;

const DEFAULTS: LocalPorts = {
  postgres: 54320,
  portal: 3000,
  partner: 3001,
  superadmin: 3002,
  worker: 3004,
  catcher: 3003,
  smtp: 3025,
};

export function localPorts(env: Env): LocalPorts {
  return Object.fromEntries(
    Object.entries(DEFAULTS).map(([name, fallback]) => [name, Number(env[`PORT_${name.toUpperCase()}`] || fallback)]),
  ) as unknown as LocalPorts;
}

export interface Databases {
  url: string;
  ownerUrl: string;
}

/** Only what differs from the given environment; the given value always wins. */
export function localEnv(given: Env, dataDir: string, ports: LocalPorts, databases: Databases): Record<string, string> {
  const own: Record<string, string> = {
    MODE: 'local',
    DATA_DIR: dataDir,
    DATABASE_URL: databases.url,
    DATABASE_OWNER_URL: databases.ownerUrl,
    SECRET_KEY: given.SECRET_KEY || localSecret(dataDir),
    PORT_PORTAL: String(ports.portal),
    PORT_PARTNER: String(ports.partner),
    PORT_SUPERADMIN: String(ports.superadmin),
    PORT_WORKER: String(ports.worker),
    SMTP_URL: `smtp://127.0.0.1:${ports.smtp}`,
    SMS_URL: `http://127.0.0.1:${ports.catcher}/sms`,
    NODE_ENV: 'production',
    PUBLIC_SCHEME: 'http',
  };
  return Object.fromEntries(Object.entries(own).map(([name, value]) => [name, given[name] || value]));
}

/** Web processes never see the owner's login. */
export function withoutOwner(env: Env): Env {
  const { DATABASE_OWNER_URL: _owner, ...rest } = env;
  return rest;
}

export const catcherFolder = (dataDir: string) => path.join(dataDir, 'catcher');
