// Keeps together what must not be torn at the end of a line: number and unit, № and number, short words, a dash.
const NBSP = '\u00a0';

/** «до 14 мая» never breaks after «до» or «14». Safe to run twice. */
export function noBreak(text: string): string {
  return text
    .replace(/№\s+(?=\d)/g, `№${NBSP}`)
    .replace(/(\d)[ ]+(?!(?:и|или|а|но|and|or)\s)(?=[\p{L}%₽°])/gu, `$1${NBSP}`)
    .replace(/(?<=^|[\s(«„"])(\p{L}{1,3})[ ]+(?=\S)/gu, `$1${NBSP}`)
    .replace(/(?<=^|[\s(«,])((?:г|ул|д|кв|корп|стр|пер|пр|пр-кт|рп|пос|с|мкр|б-р|оф|эт)\.)[ ]+(?=[\p{L}\d])/gu, `$1${NBSP}`)
    .replace(/[ ]+(?=[—–](?:\s|$))/g, NBSP);
}
