// Other writings of the same text: layouts, alphabets, look-alikes, forms of numbers.
import type { Random } from '@zhkh/tools/testing/seeded';

const RU = 'йцукенгшщзхъфывапролджэячсмитьбюё.';
const EN = "qwertyuiop[]asdfghjkl;'zxcvbnm,.`/";
export const wrongLayout = (text: string) => [...text.toLowerCase()].map((letter) => EN[RU.indexOf(letter)] ?? letter).join('');

const LOOKS: Record<string, string> = {
  а: 'a',
  о: 'o',
  е: 'e',
  р: 'p',
  с: 'c',
  х: 'x',
  у: 'y',
  к: 'k',
  А: 'A',
  В: 'B',
  Е: 'E',
  К: 'K',
  М: 'M',
  Н: 'H',
  О: 'O',
  Р: 'P',
  С: 'C',
  Т: 'T',
  Х: 'X',
};
export const lookalikes = (text: string, random: Random) =>
  [...text].map((letter) => (random.next() < 0.6 ? (LOOKS[letter] ?? letter) : letter)).join('');

const SCHEMES: readonly Record<string, string>[] = [
  'а:a б:b в:v г:g д:d е:e ё:yo ж:zh з:z и:i й:y к:k л:l м:m н:n о:o п:p р:r с:s т:t у:u ф:f х:kh ц:ts ч:ch ш:sh щ:shch ъ: ы:y ь: э:e ю:yu я:ya',
  'а:a б:b в:v г:g д:d е:e ё:e ж:zh з:z и:i й:i к:k л:l м:m н:n о:o п:p р:r с:s т:t у:u ф:f х:kh ц:ts ч:ch ш:sh щ:shch ъ:ie ы:y ь: э:e ю:iu я:ia',
  "а:a б:b в:v г:g д:d е:e ё:jo ж:zh з:z и:i й:j к:k л:l м:m н:n о:o п:p р:r с:s т:t у:u ф:f х:h ц:c ч:ch ш:sh щ:shh ъ:' ы:y ь:' э:e ю:ju я:ja",
  'а:a б:b в:v г:g д:d е:ye ё:yo ж:zh з:z и:i й:j к:k л:l м:m н:n о:o п:p р:r с:s т:t у:u ф:f х:h ц:c ч:ch ш:sh щ:sch ъ: ы:y ь: э:e ю:yu я:ya',
].map((table) => Object.fromEntries(table.split(' ').map((pair) => pair.split(':'))));

export function latin(text: string, random: Random): string {
  const scheme = random.pick(SCHEMES);
  return [...text]
    .map((letter) =>
      letter === letter.toLowerCase() ? (scheme[letter] ?? letter) : capital(scheme[letter.toLowerCase()] ?? letter),
    )
    .join('');
}

const capital = (text: string) => text.slice(0, 1).toUpperCase() + text.slice(1);

/** «14 корп. 1» as people write it. */
export function numberForms(number: string): string[] {
  const [, house = number, mark = '', part = ''] = /^(\S+?)(?: (корп|стр|лит)\. (\S+))?$/.exec(number) ?? [];
  const lettered = /^(\d+)([а-я])$/.exec(house);
  if (mark === 'корп')
    return [
      `${house}к${part}`,
      `${house} к ${part}`,
      `${house} корп ${part}`,
      `${house}/${part}`,
      `${house} корпус ${part}`,
      `${house} к.${part}`,
      `${house}корп${part}`,
      `${house}-${part}`,
    ];
  if (mark === 'стр')
    return [
      `${house}с${part}`,
      `${house} стр ${part}`,
      `${house}стр${part}`,
      `${house} строение ${part}`,
      `${house} стр. ${part}`,
    ];
  if (mark === 'лит') return [`${house}${part}`, `${house} лит ${part}`, `${house} литера ${part}`];
  if (lettered)
    return [
      `${lettered[1]} ${lettered[2]}`,
      `${lettered[1]} ${lettered[2]?.toUpperCase()}`,
      `${house.toUpperCase()}`,
      `${lettered[1]}-${lettered[2]}`,
      `${lettered[1]} литера ${lettered[2]?.toUpperCase()}`,
      `${lettered[1]} "${lettered[2]?.toUpperCase()}"`,
    ];
  if (house.includes('/'))
    return [
      house,
      house.replace('/', ' / '),
      house.replace('/', 'к'),
      house.replace('/', ' корп '),
      house.replace('/', '-'),
      house.replace('/', '\\'),
    ];
  return [house, `№${house}`, `№ ${house}`];
}
