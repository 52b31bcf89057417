// Types follow the database: written anew where none are, held against it where a person refined them.
import { expect, it } from 'vitest';
import { type Column, differences, renderDb } from './table-types.ts';

const column = (name: string, type: string, extra: Partial<Column> = {}): Column => ({
  table: 'poll',
  name,
  type,
  nullable: false,
  defaulted: false,
  ...extra,
});
const columns = [
  column('id', 'uuid'),
  column('closed_at', 'timestamptz', { nullable: true }),
  column('tags', '_text', { defaulted: true }),
];

it('writes what it then agrees with', () => {
  const text = renderDb('polls', columns);
  expect(text).toContain('  closed_at: Date | null;\n  tags: Generated<string[]>;');
  expect(differences(text, columns)).toEqual([]);
});

it('names every difference', () => {
  const text = "interface P { id: string | null; gone: string }\ndeclare module 'x' { interface TenantTables { poll: P } }";
  expect(differences(text, columns)).toEqual([
    'poll.id: is never null in the database, typed string | null',
    'poll.closed_at: no type',
    'poll.tags: no type',
    'poll.gone: not in the database',
  ]);
  expect(differences('', columns)).toEqual(['poll: no type']);
});

it('follows a table to the columns it shares with others', () => {
  const text = `interface Base { id: string }
    interface P extends Base { closed_at: Date | null; tags: Record<string, string | null> }
    declare module 'x' { interface TenantTables { poll: P } }`;
  expect(differences(text, columns)).toEqual([]);
});
