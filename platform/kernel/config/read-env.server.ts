// Environment → Config, checked once; everything that is wrong is listed together.
import path from 'node:path';
import { z } from 'zod';
import { type Config, ConfigError } from './config.ts';
import { readConnections } from './read-connections.server.ts';
import { deriveSecrets } from './derive-secrets.server.ts';

const port = (fallback: number) => z.coerce.number().int().min(1).max(65535).default(fallback);
const count = (fallback: number, min = 1) => z.coerce.number().int().min(min).max(10_000).default(fallback);
const flag = z.enum(['0', '1', 'true', 'false']).transform((v) => v === '1' || v === 'true');
const url = (...protocols: string[]) =>
  z
    .string()
    .refine(
      (v) => URL.canParse(v) && protocols.includes(new URL(v).protocol),
      `must be a URL starting with ${protocols.join('// or ')}//`,
    );
const host = z
  .string()
  .regex(/^[a-z0-9.-]+(:\d+)?$/, 'must be a host name in small letters, with a port unless standard')
  .optional();

const schema = z.object({
  MODE: z.enum(['local', 'production', 'test']).default('production'),
  INSTALLATION: z
    .string()
    .regex(/^[a-z][a-z0-9]{1,11}$/)
    .default('zhkh'),
  DATA_DIR: z.string().min(1).default('.data'),
  FILES_DIR: z.string().min(1).optional(),
  PUBLIC_SCHEME: z.enum(['http', 'https']).optional(),
  TRUST_PROXY: count(0, 0),
  DATABASE_URL: url('postgres:', 'postgresql:'),
  DATABASE_OWNER_URL: url('postgres:', 'postgresql:').optional(),
  DATABASE_POOL_PER_REGION: count(10),
  DATABASE_POOL_PER_PROCESS: count(60),
  DATABASE_WAIT_MS: count(2000),
  SECRET_KEY: z.string().min(32, 'must be at least 32 characters: openssl rand -hex 32'),
  PORT_PORTAL: port(3000),
  PORT_PARTNER: port(3001),
  PORT_SUPERADMIN: port(3002),
  PORT_WORKER: port(3004),
  HOST_PORTAL: host,
  HOST_PARTNER: host,
  HOST_SUPERADMIN: host,
  REDIS_URL: url('redis:', 'rediss:').optional(),
  SMTP_URL: url('smtp:', 'smtps:'),
  MAIL_FROM: z.string().min(3).optional(),
  SMS_URL: url('http:', 'https:'),
  SMS_TOKEN: z.string().min(1).optional(),
  SMS_SENDER: z.string().min(1).max(11).default('ZHKH'),
  UNLEASH_URL: url('http:', 'https:').optional(),
  UNLEASH_TOKEN: z.string().min(1).optional(),
  REGION_CONNECTIONS: z.string().min(1).optional(),
  ALLOW_LOOPBACK_SERVICES: flag.optional(),
  LOG_LEVEL: z.enum(['silent', 'error', 'warn', 'info', 'debug']).default('info'),
});

type Env = z.infer<typeof schema>;
export type RawEnv = Readonly<Record<string, string | undefined>>;

/** Names of all variables the product reads: `.env.example` is checked against it. */
export const variableNames = Object.keys(schema.shape);

/** Throws ConfigError listing every wrong variable. An empty value counts as absent. */
export function readConfig(raw: RawEnv): Config {
  const given = Object.fromEntries(variableNames.map((name) => [name, raw[name] || undefined]));
  const parsed = schema.safeParse(given);
  if (!parsed.success) {
    throw new ConfigError(
      parsed.error.issues.map(
        (i) => `${i.path.join('.')}: ${given[String(i.path[0])] === undefined ? 'is required' : i.message}`,
      ),
    );
  }
  const problems = together(parsed.data);
  if (problems.length > 0) throw new ConfigError(problems);
  return toConfig(parsed.data);
}

function together(env: Env): string[] {
  const problems: string[] = [];
  const pair = (a: keyof Env, b: keyof Env) => {
    if (env[a] && !env[b]) problems.push(`${b}: is required when ${a} is set`);
  };
  pair('UNLEASH_URL', 'UNLEASH_TOKEN');
  if (env.MODE !== 'production') return problems;
  if (!env.MAIL_FROM) problems.push('MAIL_FROM: is required in production mode');
  for (const name of ['HOST_PORTAL', 'HOST_PARTNER', 'HOST_SUPERADMIN'] as const) {
    if (!env[name]) problems.push(`${name}: is required in production mode`);
  }
  if (!env.ALLOW_LOOPBACK_SERVICES) {
    for (const name of ['SMS_URL', 'UNLEASH_URL'] as const) {
      if (env[name] && isLoopback(env[name]))
        problems.push(`${name}: points at this machine; set ALLOW_LOOPBACK_SERVICES=1 if that is meant`);
    }
  }
  return problems;
}

function isLoopback(value: string): boolean {
  const name = new URL(value).hostname;
  return name === 'localhost' || name.endsWith('.localhost') || name.startsWith('127.') || name === '[::1]';
}

function toConfig(env: Env): Config {
  const dataDir = path.resolve(env.DATA_DIR);
  const local = env.MODE !== 'production';
  const app = (portNumber: number, name: string | undefined) => ({ port: portNumber, host: name ?? `localhost:${portNumber}` });
  return {
    mode: env.MODE,
    installation: env.INSTALLATION,
    dataDir,
    filesDir: env.FILES_DIR ? path.resolve(env.FILES_DIR) : path.join(dataDir, 'files'),
    publicScheme: env.PUBLIC_SCHEME ?? (local ? 'http' : 'https'),
    trustProxyHops: env.TRUST_PROXY,
    database: {
      url: env.DATABASE_URL,
      ownerUrl: env.DATABASE_OWNER_URL ?? null,
      poolPerRegion: env.DATABASE_POOL_PER_REGION,
      poolPerProcess: env.DATABASE_POOL_PER_PROCESS,
      waitMs: env.DATABASE_WAIT_MS,
    },
    secrets: deriveSecrets(env.SECRET_KEY),
    apps: {
      portal: app(env.PORT_PORTAL, env.HOST_PORTAL),
      partner: app(env.PORT_PARTNER, env.HOST_PARTNER),
      superadmin: app(env.PORT_SUPERADMIN, env.HOST_SUPERADMIN),
      worker: { port: env.PORT_WORKER },
    },
    ...services(env, local),
    connections: env.REGION_CONNECTIONS ? readConnections(env.REGION_CONNECTIONS) : {},
    log: { level: env.LOG_LEVEL },
  };
}

function services(env: Env, local: boolean): Pick<Config, 'redisUrl' | 'mail' | 'sms' | 'unleash' | 'allowLoopbackServices'> {
  return {
    redisUrl: env.REDIS_URL ?? null,
    mail: { url: env.SMTP_URL, from: env.MAIL_FROM ?? 'Цифровое ЖКХ <noreply@localhost>' },
    sms: { url: env.SMS_URL, token: env.SMS_TOKEN ?? null, sender: env.SMS_SENDER },
    unleash: env.UNLEASH_URL && env.UNLEASH_TOKEN ? { url: env.UNLEASH_URL, token: env.UNLEASH_TOKEN } : null,
    allowLoopbackServices: env.ALLOW_LOOPBACK_SERVICES ?? local,
  };
}
