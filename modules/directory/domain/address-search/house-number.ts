// House numbers in one comparable form: «14 корп. 1», «14к1» and «14/1» are one key; a letter joins its digits.
import { fold } from './normalise.ts';

/** «14 корпус 1» → «14/1», «14 стр. 2» → «14с2», «14 А» → «14а», «46 лит. А» → «46а». */
export function houseKey(text: string): string {
  return fold(text)
    .replace(/(^|[^а-я])(?:дом|д)\.?\s*(?=\d)/g, '$1')
    .replace(/\s*(?:корпус|корп|кор|к)\.?\s*(?=\d)/g, '/')
    .replace(/\s*(?:строение|стр|сооружение|соор|с)\.?\s*(?=\d)/g, 'с')
    .replace(/\s*(?:литера|литер|лит)\.?\s*(?=[а-я])/g, '')
    .replace(/\s*[-\\]\s*(?=\d)/g, '/')
    .replace(/\s*\/\s*/g, '/')
    .replace(/(\d)\s*[-]?\s*([а-я])(?![а-я])/g, '$1$2')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Leading digits of a key as a number, for sorting and for «the nearest number». */
export function leadingNumber(key: string): number {
  return Number.parseInt(key, 10) || 0;
}
