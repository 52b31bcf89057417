// A saved way to read any regional table: which column finds what a row is about, which columns become facts.

export const factKinds = ['text', 'number', 'date'] as const;

export interface ProfileFact {
  column: string;
  /** Stays the same while the column is called the same. */
  name: string;
  label: string;
  unit: string | null;
  kind: (typeof factKinds)[number];
}

/** What the file the profile was made of looked like. */
export interface ProfileSample {
  encoding: string;
  delimiter: string | null;
  columns: { name: string; samples: string[] }[];
}

export interface Profile {
  code: string;
  title: string;
  origin: string;
  /** Id of a plugged-in target: `house`. */
  target: string;
  /** One of the target's keys: `address`. */
  keyKind: string;
  keyColumn: string;
  facts: readonly ProfileFact[];
}

export const profileConnectorId = (code: string) => `profile-${code}`;

/** A fact as a person chose it, named by its column so that a new order of the file changes nothing. */
export function namedFact(fact: Omit<ProfileFact, 'name'>): ProfileFact {
  return { ...fact, name: `c-${mark(fact.column.toLowerCase())}` };
}

/** Ten letters and digits that stand for a text of any length (cyrb53): a column keeps its name wherever it moves in the table. */
function mark(of: string): string {
  let [high, low] = [0xdeadbeef, 0x41c6ce57];
  for (const letter of of) {
    const code = letter.codePointAt(0) ?? 0;
    high = Math.imul(high ^ code, 2654435761);
    low = Math.imul(low ^ code, 1597334677);
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  return (4294967296 * (2097151 & low) + (high >>> 0)).toString(36).padStart(11, '0').slice(-10);
}
