// Costs of the address search, all in slips: a wrong letter is 1. Change them together and measure (misspelt.int.test.ts).

/** Letters of a word (likeness). */
export const WRONG = 1;
export const NEXT_KEY = 0.8;
export const SOUNDS_ALIKE = 0.4;
export const SWAPPED = 0.8;
export const DOUBLED = 0.5;
export const SIGN = 0.3;
export const VOWEL = 0.8;

/** A typed word for a word of the dictionary (like-words). */
export const BEGINNING = 0.3;
export const MISSING_LETTER = 0.03;
export const OTHER_ENDING = 0.3;
export const BY_SOUND = 0.4;
/** A word that is a name itself is seldom another one with many slips. */
export const OF_KNOWN = 1;

/** Typed words for a street (street-cost). */
export const NO_NAME = 3;
export const ONLY_CITY = 0.2;
export const CITY_WORD = 0.2;
export const OTHER_TYPE = 0.05;

/** Ways to read the text (find-streets). */
export const SPLIT = 0.5;
/** A word like «республика» or «набережная»: not needed, or the name itself. */
export const SPARE = 0.3;
export const SPARE_NAME = 1.5;
export const ONLY_NUMBER = 0.6;
/** A reading by another alphabet or layout is a little less likely than the one before it. */
export const LATER_ALPHABET = 0.02;

/** Houses of a street (rank-houses). */
export const OTHER_CODE = 0.1;
export const LATER_NUMBER = 0.3;
export const STEP = 0.25;

/** Farther from the best than this no street is looked at closely. */
export const WITHIN = 2.5;
/** Up to this cost words are not tried together or apart. */
export const GOOD = 1.2;
/** Up to this cost the number is a house's: nobody asks whether it may be a part of the name. */
export const SURE = 0.3;
