// One connection to PostgreSQL under one login. The pool above owns it; when it breaks it is dropped, never revived:
// the driver's own reconnect would go on outside the lost transaction without a word.
import postgres from 'postgres';
import { addressOf } from './address.ts';
import { isConnectionError } from './pg-errors.server.ts';
import { wireTypes } from './pg-types.server.ts';

export interface Login {
  role: string;
  password: string;
}

export interface QueryAnswer {
  rows: unknown[];
  command: string;
  count: number;
}

export interface Connection {
  readonly broken: boolean;
  /** True once the server has answered: until then a lost statement could be followed by a reconnect of the driver. */
  readonly proven: boolean;
  query(text: string, parameters: readonly unknown[]): Promise<QueryAnswer>;
  cursor(text: string, parameters: readonly unknown[], rows: number): AsyncIterable<unknown[]>;
  close(): Promise<void>;
}

/** `url` says where the server is (`?sslmode=require` included); its user and password are not used. */
export function openConnection(url: string, login: Login, applicationName: string): Connection {
  let broken = false;
  let proven = false;
  const client = postgres({
    ...addressOf(url),
    user: login.role,
    password: login.password,
    max: 1,
    idle_timeout: 0,
    max_lifetime: null,
    connect_timeout: 5,
    fetch_types: false,
    types: wireTypes as never,
    connection: { application_name: applicationName },
    onnotice: () => undefined,
    onclose: () => {
      broken = true;
    },
  });
  return {
    get broken() {
      return broken;
    },
    get proven() {
      return proven;
    },
    async query(text, parameters) {
      if (broken) throw Object.assign(new Error('The connection was lost'), { code: 'CONNECTION_CLOSED' });
      try {
        const answer = await client.unsafe(text, parameters as never[], { prepare: parameters.length > 0 });
        proven = true;
        return { rows: Array.from(answer), command: answer.command, count: answer.count ?? 0 };
      } catch (error) {
        broken ||= isConnectionError(error);
        throw error;
      }
    },
    cursor: (text, parameters, rows) => client.unsafe(text, parameters as never[]).cursor(rows) as AsyncIterable<unknown[]>,
    async close() {
      broken = true;
      await client.end({ timeout: 0 }).catch(() => undefined);
    },
  };
}
