// A tally over many places, fast enough for every street of a region at every letter typed.

/** What typed words save at each place: of one typed word the best counts. */
export class Savings {
  readonly touched: number[] = [];
  private readonly sums: Float32Array;
  private readonly best: Float32Array;
  private readonly ofWord: Uint8Array;
  private word = 1;

  constructor(places: number) {
    this.sums = new Float32Array(places);
    this.best = new Float32Array(places);
    this.ofWord = new Uint8Array(places);
  }

  add(place: number, saved: number): void {
    const before = this.ofWord[place] === this.word ? (this.best[place] ?? 0) : 0;
    if (this.ofWord[place] === 0) this.touched.push(place);
    this.ofWord[place] = this.word;
    if (saved <= before) return;
    this.best[place] = saved;
    this.sums[place] = (this.sums[place] ?? 0) + saved - before;
  }

  nextWord(): void {
    this.word += 1;
  }

  of(place: number): number {
    return this.sums[place] ?? 0;
  }
}
