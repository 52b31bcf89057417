// The splitter meets everything that may hide a semicolon.
import { describe, expect, it } from 'vitest';
import { splitStatements } from './split-statements.ts';

describe('splitStatements', () => {
  it.each([
    ['select 1; select 2', ['select 1', 'select 2']],
    ["select ';'; select E'\\';'; select 'it''s;'", ["select ';'", "select E'\\';'", "select 'it''s;'"]],
    ['create table "a;b" (x int);', ['create table "a;b" (x int)']],
    ['select $$a;b$$; select $f$ $$ ; $f$', ['select $$a;b$$', 'select $f$ $$ ; $f$']],
    ['-- a; b\nselect 1;', ['-- a; b\nselect 1']],
    ['select 1 /* ; /* ; */ ; */; select 2', ['select 1 /* ; /* ; */ ; */', 'select 2']],
    ['select $1; select a$b;', ['select $1', 'select a$b']],
    ['-- only words\n;\n /* and */ ', []],
    ["select 'С\\'; select 1", ["select 'С\\'", 'select 1']],
  ])('%s', (text, expected) => {
    expect(splitStatements(text)).toEqual(expected);
  });

  it.each(["select 'x", 'select $$x', '/* x', 'select "x'])('refuses what is not closed: %s', (text) => {
    expect(() => splitStatements(text)).toThrow(/not closed/);
  });
});
