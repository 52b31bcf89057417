// A file nobody should be able to hurt us with: how it is called, to which connector it is given, what is in it.
import type { Random } from '@zhkh/tools/testing/seeded';

export interface HostileFile {
  title: string;
  connector: string;
  fileName: string;
  write(filePath: string): Promise<void>;
}

/** An honest file to spoil: its text, and the path it has inside of an archive. */
export interface Base {
  connector: string;
  /** `xlsx` and archives are spoilt as bytes only. */
  kind: 'text' | 'xml';
  entry: string;
  text: string;
}

export type Spoil = (text: string, random: Random) => string | Buffer;
