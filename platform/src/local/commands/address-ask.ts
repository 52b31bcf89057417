// npm run address:ask -- FILE [--region SLUG] [--out FILE]: a query a line in, five candidates a line out, by the region's address search.
import path from 'node:path';
import { parseArgs } from 'node:util';
import { withDatabase } from '../with-database.server.ts';
import { type CommandInput, UsageError } from './command.ts';
import { inherit } from './tenant.ts';

export default async function addressAsk({ root, args, env }: CommandInput): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    options: { region: { type: 'string', default: 'tyumen' }, out: { type: 'string' } },
    allowPositionals: true,
  });
  const [file] = positionals;
  if (!file || positionals.length > 1) throw new UsageError('npm run address:ask -- FILE [--region SLUG] [--out FILE]');
  const from = (given: string) => path.resolve(env.INIT_CWD || root, given);
  const cli = path.join(root, 'apps/superadmin/cli/tenant.ts');
  const rest = [values.region, from(file), ...(values.out ? [from(values.out)] : [])];
  return withDatabase(root, env, (own) => inherit([cli, 'address-ask', ...rest], root, { ...env, ...own }));
}
