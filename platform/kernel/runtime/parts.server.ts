// What the runtime takes from the other rooms of the platform: files, letters, words.
// Tests replace single parts.
import type { Logger } from 'pino';
import type { Actor } from '../module/actor.ts';
import type { Config } from '../config/config.ts';
import type { FileStore } from '../files/port.server.ts';
import type { Locale, Translate } from '../i18n/locale.ts';
import type { MailTransport } from '../notify/mail-transport.server.ts';
import type { Notifier } from '../notify/port.server.ts';
import type { SmsTransport } from '../notify/sms-transport.server.ts';
import type { Tenant } from '../tenancy/tenant.ts';
import type { Clock } from '../time/clock.ts';
import type { TenantDb, TenantTransaction } from '../module/context.server.ts';

export interface RequestFacts {
  locale: Locale;
  requestId: string;
}

export interface RuntimeParts {
  files(scope: { root: string; tenant: Tenant; actor: Actor; db: TenantDb; clock: Clock; log: Logger }): FileStore;
  /** `onQueued` is called for each letter or SMS put in the transaction. */
  notifier(scope: { tenant: Tenant; mailDomain: string; db: TenantTransaction; clock: Clock; onQueued(): void }): Notifier;
  mail(config: Config): MailTransport;
  sms(config: Config): SmsTransport;
  translatorFor(locale: Locale): Translate;
}
