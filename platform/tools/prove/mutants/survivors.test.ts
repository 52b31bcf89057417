// The score and the list of survivors: what counts, what is named how, what is still to be read.
import { expect, it } from 'vitest';
import { explainedList, scoreOf, survivorsOf, unexplained } from './survivors.ts';

const source = 'const a = 1;\n  if (left <= room) return a;\nconst b = {\n  c: 1,\n};\n';
const at = (line: number, column: number, endLine: number, endColumn: number) => ({
  start: { line, column },
  end: { line: endLine, column: endColumn },
});
const mutant = (status: string, location = at(2, 7, 2, 19), replacement = 'left < room') => ({
  file: 'x.ts',
  location,
  mutator: 'EqualityOperator',
  replacement,
  status,
});

it('counts killed and timed out against survived and never reached', () => {
  const all = ['Killed', 'Killed', 'Timeout', 'Survived', 'NoCoverage', 'RuntimeError', 'CompileError', 'Ignored'];
  expect(scoreOf(all.map((status) => ({ status })))).toBe(60);
  expect(scoreOf([])).toBe(100);
});

it('names a survivor by its line and the change', () => {
  const survivors = survivorsOf(
    [mutant('Survived'), mutant('Killed'), mutant('NoCoverage', at(3, 11, 5, 2), '{}')],
    () => source,
  );
  expect(survivors).toEqual([
    { file: 'x.ts', line: 'if (left <= room) return a;', change: 'left <= room → left < room' },
    { file: 'x.ts', line: 'const b = {', change: '{ … → {}' },
  ]);
});

it('asks for what is not explained and gives back what is noticed by now', () => {
  const survivor = { file: 'x.ts', line: 'if (left <= room) return a;', change: 'left <= room → left < room' };
  const other = { ...survivor, change: 'left <= room → true' };
  const known = { ...survivor, why: 'the same moment either way' };
  expect(unexplained([survivor, other], [known])).toEqual({ open: [other], gone: [] });
  expect(unexplained([], [known])).toEqual({ open: [], gone: [known] });
  expect(explainedList.safeParse([{ ...survivor, why: '  ' }]).success).toBe(false);
});
