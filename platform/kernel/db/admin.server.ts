// Short connections for DDL: bootstrap, roles, migrations. Never opened by a web process.
import postgres from 'postgres';
import { addressOf, loginOf } from './address.ts';
import type { Login } from './connection.server.ts';
import { wireTypes } from './pg-types.server.ts';

export type AdminSql = postgres.Sql;

/** `login` replaces the user and password of the address. */
export function openAdmin(url: string, options: { login?: Login; max?: number } = {}): AdminSql {
  const login = options.login ?? loginOf(url);
  return postgres({
    ...addressOf(url),
    user: login.role,
    password: login.password,
    max: options.max ?? 1,
    connect_timeout: 10,
    idle_timeout: 20,
    fetch_types: false,
    types: wireTypes as never,
    connection: { application_name: 'zhkh admin' },
    onnotice: () => undefined,
  });
}

/** Quotes a name for DDL, where parameters are not allowed. */
export function ident(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

export function literal(value: string): string {
  return `'${value.replaceAll("'", "''")}'`;
}
