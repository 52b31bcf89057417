// Kysely over our pool: one login, one dialect.
import {
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryResult,
} from 'kysely';
import { unavailable } from '../errors/index.ts';
import type { Login } from './connection.server.ts';
import { toAppError } from './pg-errors.server.ts';
import type { Lease, Pool } from './pool.server.ts';

const WRITES = new Set(['INSERT', 'UPDATE', 'DELETE', 'MERGE']);

class LeasedConnection implements DatabaseConnection {
  readonly lease: Lease;

  constructor(lease: Lease) {
    this.lease = lease;
  }

  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    try {
      const answer = await this.lease.connection.query(query.sql, query.parameters);
      const affected = WRITES.has(answer.command) ? BigInt(answer.count) : undefined;
      return { rows: answer.rows as R[], ...(affected === undefined ? {} : { numAffectedRows: affected }) };
    } catch (error) {
      throw toAppError(error);
    }
  }

  async *streamQuery<R>(query: CompiledQuery, chunk = 500): AsyncIterableIterator<QueryResult<R>> {
    for await (const rows of this.lease.connection.cursor(query.sql, query.parameters, chunk)) yield { rows: rows as R[] };
  }
}

class PoolDriver implements Driver {
  readonly #pool: Pool;
  readonly #login: Login;

  constructor(pool: Pool, login: Login) {
    this.#pool = pool;
    this.#login = login;
  }

  async init(): Promise<void> {}

  async acquireConnection(): Promise<DatabaseConnection> {
    return new LeasedConnection(await this.#pool.lease(this.#login));
  }

  async beginTransaction(connection: DatabaseConnection): Promise<void> {
    const { connection: held } = (connection as LeasedConnection).lease;
    if (held.proven) {
      // Not awaited: BEGIN travels with the first statement; when the connection is lost both are refused.
      void held.query('begin', []).catch(() => undefined);
      return;
    }
    await held.query('begin', []).catch((error: unknown) => {
      throw toAppError(error);
    });
  }

  async commitTransaction(connection: DatabaseConnection): Promise<void> {
    try {
      const answer = await (connection as LeasedConnection).lease.connection.query('commit', []);
      // PostgreSQL answers COMMIT of a failed transaction with ROLLBACK and no error.
      if (answer.command !== 'COMMIT') throw unavailable('platform.not-saved');
    } catch (error) {
      throw toAppError(error);
    }
  }

  async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    const { connection: held } = (connection as LeasedConnection).lease;
    await held.query('rollback', []).catch(() => held.close());
  }

  async savepoint(connection: DatabaseConnection, name: string): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw(`savepoint ${quoted(name)}`));
  }

  async rollbackToSavepoint(connection: DatabaseConnection, name: string): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw(`rollback to savepoint ${quoted(name)}`));
  }

  async releaseSavepoint(connection: DatabaseConnection, name: string): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw(`release savepoint ${quoted(name)}`));
  }

  async releaseConnection(connection: DatabaseConnection): Promise<void> {
    (connection as LeasedConnection).lease.release();
  }

  async destroy(): Promise<void> {}
}

const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`;

export function databaseOf<Tables>(pool: Pool, login: Login): Kysely<Tables> {
  const dialect: Dialect = {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new PoolDriver(pool, login),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  };
  return new Kysely<Tables>({ dialect });
}
