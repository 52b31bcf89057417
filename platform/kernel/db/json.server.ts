// Binds a value to a json column. The driver encodes a bound string twice and mistakes an array for a PostgreSQL array,
// so JSON always travels as text and is cast by the server.
import { type RawBuilder, sql } from 'kysely';

export function jsonb<T>(value: T): RawBuilder<T> {
  return sql<T>`${JSON.stringify(value)}::text::jsonb`;
}
