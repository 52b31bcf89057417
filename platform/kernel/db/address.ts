// Takes a PostgreSQL address apart: where the server is, and who the address says we are.
import type { Login } from './connection.server.ts';

export interface ServerAddress {
  host: string;
  port: number;
  database: string;
  ssl: 'require' | false;
}

export function addressOf(url: string): ServerAddress {
  const at = new URL(url);
  const sslmode = at.searchParams.get('sslmode');
  return {
    host: decodeURIComponent(at.hostname) || 'localhost',
    port: Number(at.port || 5432),
    database: decodeURIComponent(at.pathname.slice(1)) || 'postgres',
    ssl: sslmode && sslmode !== 'disable' && sslmode !== 'prefer' ? 'require' : false,
  };
}

export function loginOf(url: string): Login {
  const at = new URL(url);
  return { role: decodeURIComponent(at.username), password: decodeURIComponent(at.password) };
}
