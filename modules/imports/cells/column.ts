// A column of a table file as its connector declares it: its names in the file, what it holds, where it goes.

export type CellType =
  | 'text'
  | 'date'
  | 'year'
  | 'whole'
  | 'number'
  /** Roubles or thousands of roubles as the file has them; the connector tells which when it applies. */
  | 'money'
  /** Roubles with up to four digits of fraction, kept as whole hundredths of a kopeck. */
  | 'price'
  | 'flag'
  | 'guid'
  | 'guids'
  | 'inn'
  | 'ogrn'
  | 'codes'
  | 'link';

export interface Column {
  /** As the file's header has it. */
  name: string;
  /** Other spellings of the same header. */
  also?: readonly string[];
  /** Column of the table; none = only the join or the key needs it. */
  to?: string;
  type: CellType;
  need?: boolean;
  /** What the cell may say → what is kept. */
  oneOf?: Readonly<Record<string, string>>;
  sample: string;
}

/** Types the database casts the staged text to. */
export type Cast = 'text' | 'date' | 'integer' | 'numeric' | 'bigint' | 'money' | 'boolean' | 'uuid' | 'uuid[]' | 'text[]';

export const castOf: Readonly<Record<CellType, Cast>> = {
  text: 'text',
  date: 'date',
  year: 'integer',
  whole: 'integer',
  number: 'numeric',
  money: 'money',
  price: 'bigint',
  flag: 'boolean',
  guid: 'uuid',
  guids: 'uuid[]',
  inn: 'text',
  ogrn: 'text',
  codes: 'text[]',
  link: 'text',
};
