// Compares columns that neighbouring rows repeat (the house of a flat) with the row before, byte for byte.

interface Range {
  first: number;
  last: number;
}

export class SameAsBefore {
  readonly #ranges: readonly Range[];
  #before: Int32Array;
  #none = true;
  #beforeFrom = 0;

  /** Indexes of the columns; -1 (not in this file) is passed over. */
  constructor(columns: readonly number[]) {
    this.#ranges = joined(columns);
    this.#before = new Int32Array(0);
  }

  forget(): void {
    this.#none = true;
  }

  /** Then this row is the one before. `ends[i]` is where field i ends; all rows lie in the same bytes. */
  check(bytes: Buffer, from: number, ends: Int32Array): boolean {
    const same = this.#ranges.every((range) => this.#isSame(bytes, range, from, ends));
    if (this.#before.length !== ends.length) this.#before = new Int32Array(ends.length);
    this.#before.set(ends);
    this.#beforeFrom = from;
    this.#none = false;
    return same;
  }

  #isSame(bytes: Buffer, { first, last }: Range, from: number, ends: Int32Array): boolean {
    if (this.#none) return false;
    const [a, b] = [startOf(first, this.#beforeFrom, this.#before), startOf(first, from, ends)];
    const [aEnd, bEnd] = [this.#before[last] as number, ends[last] as number];
    return aEnd - a === bEnd - b && bytes.compare(bytes, a, aEnd, b, bEnd) === 0;
  }
}

function startOf(field: number, from: number, ends: Int32Array): number {
  return field === 0 ? from : (ends[field - 1] as number) + 1;
}

/** Neighbouring columns are compared at one stroke. */
function joined(columns: readonly number[]): Range[] {
  const ranges: Range[] = [];
  for (const column of columns.filter((index) => index >= 0).toSorted((a, b) => a - b)) {
    const last = ranges.at(-1);
    if (last && last.last + 1 === column) last.last = column;
    else ranges.push({ first: column, last: column });
  }
  return ranges;
}
