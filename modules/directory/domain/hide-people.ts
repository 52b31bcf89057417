// Takes people out of free text of a public register: names with initials or a patronymic, numbers of their flats.

const WORD = '[А-ЯЁ][а-яё]+(?:-[А-ЯЁ][а-яё]+)?';
const INITIALS = String.raw`[А-ЯЁ]\.\s?(?:[А-ЯЁ]\.)?`;
const PATRONYMIC = '[А-ЯЁ][а-яё]+(?:ович|евич|ич|овн|евн|ичн|иничн)(?:а|у|ем|ом|ы|е|ой|ою)?';
const END = '(?![А-ЯЁа-яё])';
const START = '(?<![А-ЯЁа-яё])';

const NAMES = new RegExp(
  [
    `${START}${WORD}\\s+${INITIALS}`,
    `${START}${INITIALS}\\s?${WORD}${END}`,
    `${START}(?:${WORD}\\s+){1,2}${PATRONYMIC}(?:\\s+${WORD})?${END}`,
  ].join('|'),
  'g',
);
const FLAT = /[,(]?\s*(?<![а-яё])(?:кв(?:артир[аыеу])?\.?|пом(?:ещени[еяю])?\.?)\s*№?\s*\d+[а-я]?\)?/gi;

/** Hides rather too much than too little: a capital word beside a full name goes with it. */
export function hideNames(text: string): string {
  return hideFlats(text.replace(NAMES, '…'));
}

export function hideFlats(text: string): string {
  return text.replace(FLAT, '').trim();
}
