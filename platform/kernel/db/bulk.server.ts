// A connection of its own for COPY: outside of the pool, because a refused COPY never settles in the driver and the connection must be ended.
import postgres from 'postgres';
import { addressOf } from './address.ts';
import type { Login } from './connection.server.ts';
import { promptSocket } from './prompt-socket.server.ts';

export type BulkSql = postgres.Sql;

/** How to open one, by context: kept here and not on the context, because it knows the region's login. */
const openers = new WeakMap<object, () => BulkSql>();

/** Said once by whoever builds the context: modules never see a login. */
export function allowBulk(ctx: object, url: string, login: () => Login): void {
  const open = () => {
    const { host, port, database, ssl } = addressOf(url);
    const { role, password } = login();
    // Of a shape of its own: the driver takes a socket, its types do not know.
    const options = {
      host,
      port,
      database,
      ssl,
      user: role,
      password,
      max: 1,
      fetch_types: false,
      connect_timeout: 5,
      socket: (target: Parameters<typeof promptSocket>[0]) => promptSocket(target, 5000),
      connection: { application_name: 'zhkh bulk', statement_timeout: 600_000, idle_in_transaction_session_timeout: 60_000 },
      onnotice: () => undefined,
    };
    return postgres(options);
  };
  openers.set(ctx, open);
}

/** The region's own login; the caller ends it. */
export function openBulkSql(ctx: object): BulkSql {
  const open = openers.get(ctx);
  if (!open) throw new Error('This context was not built by the runtime: no bulk connection');
  return open();
}
