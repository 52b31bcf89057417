// Describes a hostile file: its name, the connector it is given to, its bytes.
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
