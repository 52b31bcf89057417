// npm run address:ask -- FILE [--region SLUG] [--out FILE] [--list FILE] [--houses N]: a query a line in, five candidates a line out, by the
// region's address search. `--houses N` asks over N invented houses, kept in a database of their own.
import { existsSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { withDatabase } from '../local/with-database.server.ts';
import { type CommandInput, UsageError } from './command.ts';
import { inherit } from './tenant.ts';

const USAGE = `npm run -s address:ask -- FILE [--region SLUG] [--out FILE] [--list FILE] [--houses N]
  FILE        a query a line; the answer is a line of TSV: the query and five candidates
  --region    tyumen (default), omsk or another region of this installation
  --houses N  asks over N invented houses instead of a region's own
  --list FILE writes the full addresses of that stock, one a line
  --out FILE  takes the answer instead of the standard output`;

export default async function addressAsk({ root, args, env }: CommandInput): Promise<number> {
  const { values, positionals } = readArgs(args);
  const from = (given: string) => path.resolve(env.INIT_CWD || root, given);
  const [file, ...more] = positionals;
  if ((!file && !values.list) || more.length > 0) throw new UsageError(USAGE);
  if (file && !existsSync(from(file))) throw new UsageError(`No such file: ${from(file)}`);
  if (values.houses && !/^[1-9]\d{0,6}$/.test(values.houses)) throw new UsageError(`--houses takes a number\n${USAGE}`);
  const named = Object.entries({
    out: values.out && from(values.out),
    list: values.list && from(values.list),
    houses: values.houses,
  });
  const options = named.flatMap(([name, value]) => (value ? [`--${name}`, value] : []));
  const cli = path.join(root, 'apps/superadmin/cli/tenant.ts');
  const call = [cli, 'address-ask', values.region, ...(file ? [from(file)] : []), ...options];
  const place = values.houses ? ownDatabase(root, env, values.houses) : env;
  return withDatabase(root, place, (own) => inherit(call, root, { ...place, ...own }));
}

function readArgs(args: string[]) {
  try {
    return parseArgs({
      args,
      options: {
        region: { type: 'string', default: 'tyumen' },
        out: { type: 'string' },
        list: { type: 'string' },
        houses: { type: 'string' },
      },
      allowPositionals: true,
    });
  } catch (error) {
    throw new UsageError(`${(error as Error).message}\n${USAGE}`);
  }
}

/** Invented houses never meet real ones: another database even where DATABASE_URL says which is ours. */
function ownDatabase(root: string, env: CommandInput['env'], houses: string): CommandInput['env'] {
  const { DATABASE_URL: _url, DATABASE_OWNER_URL: _owner, ...rest } = env;
  return { ...rest, DATA_DIR: path.join(path.resolve(root, env.DATA_DIR || '.data'), `stock-${houses}`) };
}
