// How far a typed name is from a registered one: edits per word, forgiving order, prefixes and lost spaces.

/** Optimal string alignment: insert, delete, replace, swap of neighbours cost 1. */
export function edits(a: string, b: string): number {
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let best = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) best = Math.min(best, (before[j - 2] ?? 0) + 1);
      row.push(best);
    }
    before = last;
    last = row;
  }
  return last[b.length] ?? 0;
}

/** 0 = the same word, 1 = nothing in common. A typed beginning of the word costs little. */
export function wordDistance(typed: string, word: string): number {
  const whole = edits(typed, word) / Math.max(typed.length, word.length, 1);
  if (typed.length < 3 || typed.length >= word.length) return whole;
  const prefix = edits(typed, word.slice(0, typed.length)) / typed.length;
  return Math.min(whole, prefix + 0.1);
}

/** Distance of typed words from a street in a city, 0 … about 2: each word finds its nearest; street words nobody named cost too. */
export function nameDistance(typed: readonly string[], street: readonly string[], city: readonly string[]): number {
  if (typed.length === 0) return 2;
  const targets = [...street, ...city];
  const letters = typed.join('').length || 1;
  const named =
    typed.reduce((sum, word) => sum + word.length * Math.min(1, ...targets.map((target) => wordDistance(word, target))), 0) /
    letters;
  const unnamed = street.filter((word) => Math.min(...typed.map((token) => wordDistance(token, word))) > 0.55);
  const apart = named + (0.5 * unnamed.join('').length) / (street.join('').length || 1);
  return Math.min(apart, edits(typed.join(''), street.join('')) / Math.max(letters, street.join('').length, 1));
}
