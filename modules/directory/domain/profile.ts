// A saved way to read «another regional system»: which column finds the house or company, which columns become facts.

export const profileTargets = ['house', 'company'] as const;
export const houseKeys = ['house-guid', 'fias-guid', 'address'] as const;
export const companyKeys = ['inn', 'ogrn'] as const;
export const keyKinds = [...houseKeys, ...companyKeys] as const;
export const factKinds = ['text', 'number', 'date'] as const;

export type KeyKind = (typeof keyKinds)[number];

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
  target: (typeof profileTargets)[number];
  keyKind: KeyKind;
  keyColumn: string;
  facts: readonly ProfileFact[];
}

export function keyFits(target: Profile['target'], key: KeyKind): boolean {
  return (target === 'house' ? (houseKeys as readonly string[]) : (companyKeys as readonly string[])).includes(key);
}

export const profileConnectorId = (code: string) => `profile-${code}`;
