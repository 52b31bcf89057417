// What sign-in needs beyond the region's context: secrets, the control plane and where a request came from.
import type { Kysely } from 'kysely';
import type { Config } from '../config/config.ts';
import type { ControlTables } from '../db/tables/index.server.ts';
import type { Clock } from '../time/clock.ts';

export interface AuthRuntime {
  config: Pick<Config, 'secrets' | 'publicScheme' | 'mode'>;
  control: Kysely<ControlTables>;
  clock: Clock;
}

export type AuthApp = 'portal' | 'partner' | 'superadmin';

/** Where a request came from. `address` is the client's, after the trusted proxies. */
export interface Client {
  address: string;
  userAgent: string;
}
