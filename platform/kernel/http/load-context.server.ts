// Types of what the server gives the loaders and actions of one request; built by request-context.
import type { Kysely } from 'kysely';
import type { Logger } from 'pino';
import type { Actor } from '../module/actor.ts';
import type { Config } from '../config/config.ts';
import type { ControlTables } from '../db/tables/index.server.ts';
import type { Locale } from '../i18n/locale.ts';
import type { Context, TenantDb } from '../module/context.server.ts';
import type { AppName } from '../module/define-ui.ts';
import type { Registry } from '../module/registry.server.ts';
import type { Tenant } from '../tenancy/tenant.ts';
import type { Clock } from '../time/clock.ts';

/** The HTTP side of a request, as far as commands may care. */
export interface HttpFacts {
  /** Address of the nearest peer outside our own proxies. */
  address: string;
  userAgent: string;
  secure: boolean;
  /** Scheme and host the request came to: one of the known hosts. */
  origin: string;
  sessionId: string | null;
}

/** What the HTTP rooms need of the process; the runtime of module.server fits. */
export interface HttpRuntime {
  config: Config;
  registry: Registry;
  control: Kysely<ControlTables>;
  clock: Clock;
  log: Logger;
  tenants: {
    byHost(host: string): Promise<Tenant | undefined>;
    bySlug(slug: string): Promise<Tenant | undefined>;
  };
  parts: { translatorFor(locale: Locale): (key: string, params?: Record<string, string | number>) => string };
  dbOf(tenant: Tenant): TenantDb;
  contextFor(tenant: Tenant, actor: Actor, request: { locale: Locale; requestId: string }): Promise<Context>;
  close(): Promise<void>;
  /** Control plane reachable; names the regions that lack migrations. */
  ready(): Promise<{ ok: boolean; problems: readonly string[] }>;
}

export interface SessionRead {
  actor: Actor;
  locale: Locale | null;
  sessionId: string | null;
  /** Control plane only. */
  role?: string | null;
}

/** Context of the control plane: superadmin and partner pages. */
export interface ControlContext {
  app: 'partner' | 'superadmin';
  actor: Actor;
  /** What the signed-in account may do here. */
  permissions: ReadonlySet<string>;
  db: Kysely<ControlTables>;
  clock: Clock;
  locale: Locale;
  t(key: string, params?: Record<string, string | number>): string;
  log: Logger;
  requestId: string;
  /** A region as this operator or partner; throws `notFound` for an unknown slug. */
  region(slug: string): Promise<Context>;
}

export interface RequestScope {
  app: AppName;
  cspNonce: string;
  requestId: string;
  runtime: HttpRuntime;
  http: Omit<HttpFacts, 'sessionId'>;
  /** Read once; an app's own kind of session. */
  session(): Promise<SessionRead>;
  /** Remix fetches data for a page that is already open: nothing on the screen is lost by an error answer. */
  isDataRequest: boolean;
  /** The portal's region is that of the host; superadmin and partner name it by `slug`. */
  requestContext(slug?: string): Promise<Context>;
  controlContext(): Promise<ControlContext>;
  /** The region of the host, before any session is read. */
  tenant: Tenant | null;
  locale: Locale;
  /** Words without a context: for answers given when the database is away. */
  t(key: string, params?: Record<string, string | number>): string;
}
