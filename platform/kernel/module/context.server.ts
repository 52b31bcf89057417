// The context: everything a command, query or handler may reach, and what a job has besides. Built once, passed by reference.
import type { Logger } from 'pino';
import type { Ability } from '../auth/ability.server.ts';
import type { Actor } from './actor.ts';
import type { TenantDb, TenantTransaction } from '../db/tables/index.server.ts';
import type { FileStore } from '../files/port.server.ts';
import type { Locale, Translate } from '../i18n/locale.ts';
import type { MailTransport } from '../notify/mail-transport.server.ts';
import type { Notifier } from '../notify/port.server.ts';
import type { SmsTransport } from '../notify/sms-transport.server.ts';
import type { GetOutside } from '../outbound/get-outside.server.ts';
import type { Tenant } from '../tenancy/tenant.ts';
import type { Clock } from '../time/clock.ts';
import type { EventType, ExtensionPoint, ServiceToken, Slot } from './define-contract.ts';

export type { TenantDb, TenantTransaction };

/** What one module put into a slot. */
export interface LoadedSlot<Data = unknown> {
  id: string;
  data: Data;
}

/** An open transaction of the region. `emit` exists only here: no fact without its event, no event without its fact. */
export interface Write {
  db: TenantTransaction;
  /** Inserts one `event_delivery` row per listening handler of the modules that are on. The payload is checked against the event's schema. */
  emit<Payload>(event: EventType<Payload>, payload: Payload): Promise<void>;
  /** Queues a letter or SMS in the same transaction (row in `outgoing_message`); the worker sends it. */
  notify: Notifier;
  /**
   * Appends an entry to the region's sealed log and answers its id. The worker chains it within a minute; its content can be erased
   * later (`eraseContent`), stream and subject cannot: no personal data in them.
   */
  seal(
    stream: string,
    subject: { type: string; id: string },
    content: Record<string, string | number | boolean | null>,
  ): Promise<string>;
  /** The same for what somebody did: stream `audit`. No personal data in `detail`. */
  audit(
    action: string,
    subject: { type: string; id: string },
    detail?: Record<string, string | number | boolean | null>,
  ): Promise<void>;
}

export interface Context {
  tenant: Tenant;
  actor: Actor;
  ability: Ability;
  /** Reads, through the region's own login. */
  db: TenantDb;
  /**
   * One transaction. Never use `ctx.db` inside it: a second connection while one is held can hang the pool.
   * `inside()` is a context whose `db` is the transaction, for code that only knows a context.
   */
  write<T>(work: (w: Write, inside: () => Context) => Promise<T>): Promise<T>;
  /** Asks the worker to run a job of this region soon. Coalesced, never awaited, harmless when the queue is away: the sweep finds the work. */
  hint(jobId: string): void;
  clock: Clock;
  /** Ids of modules that are installed, in the plan and switched on for this region. */
  modules: ReadonlySet<string>;
  files: FileStore;
  /** Does the installation give the region a connection to this outside service? The connection itself is for jobs. */
  connected(service: string): boolean;
  locale: Locale;
  /** Canonical origin of the region's portal, without a slash at the end: what links in letters start with. */
  origin: string;
  /** Translates `module:key` (or `platform:key`) for the person who acts. */
  t: Translate;
  /** The same for a receiver of a letter or SMS, whose language may be another. */
  words(locale: Locale): Translate;
  /** A neighbour's service by its token; throws `notFound` when the module is off. */
  service<S>(token: ServiceToken<S>): S;
  /** Everything plugged into an extension point by modules that are on. */
  plugs<P>(point: ExtensionPoint<P>): readonly P[];
  /** What modules that are on put into a slot, loaded together within a time limit; a failed one is dropped. */
  slots<Input, Data>(slot: Slot<Input, Data>, input: NoInfer<Input>): Promise<readonly LoadedSlot<Data>[]>;
  /** The module's settings for this region, parsed by its schema (defaults filled). */
  settings<T>(module: string): Promise<T>;
  requestId: string;
  log: Logger;
}

/** What a job has besides: the ways out of the house. Pages and commands write a row and let a job carry it out. */
export interface JobContext extends Context {
  /** The region's own connection to an outside service, as the installation gives it; null when it gives none. Holds secrets. */
  connection(service: string): unknown;
  /** Sends at once: the job owns the retries. Everybody else queues with `w.notify`. */
  mail: MailTransport;
  sms: SmsTransport;
  /** Fetches an address somebody named: public ones only, bounded, redirects checked. */
  outbound: GetOutside;
}
