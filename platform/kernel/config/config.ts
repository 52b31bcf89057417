// The shape of everything the product is told from outside.
// Code takes it as a parameter; only `read-env.server.ts` knows variables.
export type Mode = 'local' | 'production' | 'test';

export interface DatabaseConfig {
  /** Login of the control plane (schema `platform`): `postgres://…`. Web processes and the worker. */
  url: string;
  /** Login that creates schemas and roles. Only migrations, provisioning and the CLI get it; null in web processes. */
  ownerUrl: string | null;
  /** Most connections one process opens for one region / for all regions together. */
  poolPerRegion: number;
  poolPerProcess: number;
  /** How long a request waits for a connection before it becomes 503. */
  waitMs: number;
}

export interface Secrets {
  /** Derives the password of each region's login. */
  databaseLogins: string;
  /** Signs sessions and short-lived tokens. */
  sessions: string;
  /** Pepper of phone codes and invitation tokens. */
  codes: string;
  /** Encrypts fields at rest (TOTP secrets). */
  fields: string;
}

export type Connections = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

export interface AppAddress {
  port: number;
  /** Exact host (with port unless standard) the app answers for; the portal's hosts are in the tenant table. */
  host: string;
}

export interface Config {
  mode: Mode;
  /** Prefix of database roles and of everything shared on a server: two installations may live on one cluster. */
  installation: string;
  /** Folder of files, catcher and logs of this installation. */
  dataDir: string;
  publicScheme: 'http' | 'https';
  /** How many proxies stand before the product; 0 = X-Forwarded-* is ignored. */
  trustProxyHops: number;
  database: DatabaseConfig;
  secrets: Secrets;
  apps: {
    /** `host` is the base under which regions get their first host: `tyumen.` + `localhost:3000`. */
    portal: AppAddress;
    partner: AppAddress;
    superadmin: AppAddress;
    /** `/healthz` and `/readyz` of the worker. */
    worker: { port: number };
  };
  /** null = BullMQ on PostgreSQL. */
  redisUrl: string | null;
  mail: { url: string; from: string };
  sms: { url: string; token: string | null; sender: string };
  /** null = bootstrap from the product's own flag table. */
  unleash: { url: string; token: string } | null;
  /** Regions' own connections to outside services with their secrets: region → service → what that service's adapter reads. */
  connections: Connections;
  /** Outside services may stand on loopback. True in local and test mode; a deliberate switch in production. */
  allowLoopbackServices: boolean;
  /** Where a photo larger than memory goes first and where stored photos live. */
  filesDir: string;
  log: { level: 'silent' | 'error' | 'warn' | 'info' | 'debug' };
}

/** Every way to leave a config incomplete, told at once. */
export class ConfigError extends Error {
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(`Configuration is wrong:\n${problems.map((p) => `  - ${p}`).join('\n')}\nSee .env.example.`);
    this.name = 'ConfigError';
    this.problems = problems;
  }
}
