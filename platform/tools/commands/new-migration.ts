// npm run new:migration complaints add-channel: an empty migration with the right name and the rules at its head.
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { type CommandInput, UsageError } from './command.ts';
import { timestamp, write } from './new-module.ts';

const HEAD = `-- What changes and why.
-- One transaction; expand first, contract a release later; no triggers, no foreign keys out of the schema; names without a schema.
`;

export default async function newMigration({ root, args }: CommandInput): Promise<number> {
  const [owner = '', name = ''] = args;
  const owners = [
    'platform',
    'kernel',
    ...readdirSync(path.join(root, 'modules'), { withFileTypes: true })
      .filter((e) => e.isDirectory())
      .map((e) => e.name),
  ];
  if (!owners.includes(owner) || !/^[a-z][a-z0-9_-]*$/.test(name)) {
    throw new UsageError(`npm run new:migration OWNER NAME\n  OWNER: ${owners.join(', ')}; NAME: small letters, digits, hyphens`);
  }
  const folder = owner === 'platform' ? 'migrations/platform' : path.join('migrations/tenant', owner);
  const file = path.join(root, folder, `${timestamp(new Date())}_${name.replaceAll('-', '_')}.sql`);
  if (existsSync(file)) throw new UsageError(`${path.relative(root, file)} exists already.`);
  write(file, HEAD);
  process.stdout.write(`${path.relative(root, file)}\n`);
  return 0;
}
