// Compiles a query of one shape once: on the hottest paths building it anew costs more than running it.
import type { Compilable, CompiledQuery, QueryExecutorProvider } from 'kysely';
import type { TenantDb } from './tables/index.server.ts';

class Place {
  readonly name: string;

  constructor(name: string) {
    this.name = name;
  }
}

/**
 * `build` sees a stand-in for every input and must only bind it as a value: no branching, no arithmetic on it.
 * The answer runs the compiled text with the real values, on a connection or inside a transaction.
 * @example const byKey = fixedQuery((db, { key }: { key: string }) => db.selectFrom('setting').selectAll().where('module', '=', key));
 *          const [row] = await byKey(ctx.db, { key });
 */
export function fixedQuery<Input extends object, Row>(
  build: (db: TenantDb, places: Input) => Compilable<Row>,
): (db: TenantDb, input: Input) => Promise<Row[]> {
  let compiled: CompiledQuery<Row> | null = null;
  return async (db, input) => {
    compiled ??= build(db, placesFor(input)).compile();
    const values = input as Record<string, unknown>;
    const parameters = compiled.parameters.map((value) => (value instanceof Place ? values[value.name] : value));
    const { rows } = await (db as TenantDb & QueryExecutorProvider).executeQuery<Row>({ ...compiled, parameters });
    return rows;
  };
}

/** Every input of a query has the same fields as its first. */
function placesFor<Input extends object>(first: Input): Input {
  return Object.fromEntries(Object.keys(first).map((name) => [name, new Place(name)])) as Input;
}
