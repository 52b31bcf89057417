// A connection of its own for COPY: outside of the pool, because a refused COPY never settles in the driver and the connection must be ended.
import postgres from 'postgres';
import type { Context } from '../module/context.server.ts';
import { addressOf } from './address.ts';
import type { Login } from './connection.server.ts';
import { promptSocket } from './prompt-socket.server.ts';

export type BulkSql = postgres.Sql;

/** A registered symbol and not a module's own map: the server and the bundled pages each hold a copy of this module. */
const OPEN = Symbol.for('zhkh.bulk');
type WithBulk = { [OPEN]?: () => BulkSql };

/** Said once by whoever builds the context: modules never see a login. */
export function allowBulk(ctx: Context, url: string, login: () => Login): void {
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
  Object.defineProperty(ctx, OPEN, { value: open });
}

/** The region's own login; the caller ends it. */
export function openBulkSql(ctx: Context): BulkSql {
  const open = (ctx as WithBulk)[OPEN];
  if (!open) throw new Error('This context was not built by the runtime: no bulk connection');
  return open();
}
