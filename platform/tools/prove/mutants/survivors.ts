// Counts what Stryker reports and compares the mutants nobody noticed with those a person has read and explained.
import { z } from 'zod';

interface Place {
  /** Both from 1. */
  line: number;
  column: number;
}

export interface Mutant {
  /** From the domain folder. */
  file: string;
  location: { start: Place; end: Place };
  mutator: string;
  replacement: string;
  status: string;
}

/** Named by the words of the line, not by its number: code may move. */
export interface Survivor {
  file: string;
  line: string;
  change: string;
}

export interface Explained extends Survivor {
  why: string;
}

export const explainedList = z.array(
  z.strictObject({ file: z.string(), line: z.string(), change: z.string(), why: z.string().trim().min(10) }),
);

const NOTICED = ['Killed', 'Timeout'];
const SURVIVED = ['Survived', 'NoCoverage'];

/** Percent of the mutants that ran. */
export function scoreOf(mutants: readonly Pick<Mutant, 'status'>[]): number {
  const noticed = mutants.filter(({ status }) => NOTICED.includes(status)).length;
  const survived = mutants.filter(({ status }) => SURVIVED.includes(status)).length;
  return noticed + survived === 0 ? 100 : (noticed / (noticed + survived)) * 100;
}

export function survivorsOf(mutants: readonly Mutant[], textOf: (file: string) => string): Survivor[] {
  return mutants
    .filter(({ status }) => SURVIVED.includes(status))
    .map(({ file, location: { start, end }, replacement }) => {
      const lines = textOf(file).split('\n');
      const line = lines[start.line - 1] ?? '';
      const was = start.line === end.line ? line.slice(start.column - 1, end.column - 1) : `${line.slice(start.column - 1)} …`;
      return { file, line: line.trim(), change: oneLine(`${was} → ${replacement}`) };
    });
}

/** `open`: survived and nobody has said why. `gone`: explained, but noticed by now. */
export function unexplained(
  survivors: readonly Survivor[],
  explained: readonly Explained[],
): { open: Survivor[]; gone: Explained[] } {
  const same = (a: Survivor, b: Survivor) => a.file === b.file && a.line === b.line && a.change === b.change;
  return {
    open: survivors.filter((one) => !explained.some((known) => same(known, one))),
    gone: explained.filter((known) => !survivors.some((one) => same(known, one))),
  };
}

const oneLine = (text: string) => text.replace(/\s+/g, ' ').slice(0, 400);
