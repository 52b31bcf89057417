// Every kind of carelessness people bring to an address field; each makes a query for a house of the stock, by a seeded source of chance.
import type { Random } from '@zhkh/tools/testing/seeded';
import { doubled, dropped, heard, inOneWord, inserted, nextKey, type Slip, swapped } from './slips.ts';
import { latin, lookalikes, numberForms, wrongLayout } from './writing.ts';

/** As the register prints them: «г. Тюмень», «ул. Республики», «14 корп. 1». */
export interface House {
  city: string;
  street: string;
  number: string;
}

export type Misspelling = (house: House, random: Random) => string;

const TYPES = /^(ул|пр-кт|пер|проезд|б-р|наб|ш|пл|мкр|тракт|туп|кв-л|аллея|линия|тер)\.? /;
const name = (street: string) => street.replace(TYPES, '');
const typeOf = (street: string) => TYPES.exec(street)?.[1] ?? '';
const town = (city: string) => (city.split(',').at(-1) ?? city).trim().replace(/^(г|с|п|д|рп|пгт)\.? /, '');
const near = (number: string) => number.replace(' корп. ', 'к').replace(' стр. ', 'с').replace(' лит. ', '');
const plain = (house: House) => `${town(house.city)} ${name(house.street)} ${near(house.number)}`;
const spelt =
  (slip: Slip): Misspelling =>
  (house, random) =>
    `${town(house.city)}, ${inOneWord(name(house.street), slip, random)} ${near(house.number)}`;

const TYPE_WORDS: Record<string, readonly string[]> = {
  ул: ['ул', 'улица', 'ул.', 'у.'],
  'пр-кт': ['пр-т', 'пр', 'просп', 'проспект', 'пр.', 'просп.'],
  пер: ['пер', 'переулок', 'пер.'],
  проезд: ['пр-д', 'проезд', 'пр.'],
  'б-р': ['бул', 'бульвар', 'б-р', 'бул.'],
  наб: ['наб', 'набережная', 'наб.'],
  мкр: ['мкр', 'мкрн', 'микрорайон', 'м-н', 'мкр-н'],
  тракт: ['тракт', 'тр-т'],
};
const WORDED: Record<string, string> = {
  '8': 'восьмого',
  '10': 'десять',
  '20': 'двадцать',
  '30': 'тридцать',
  '40': 'сорок',
  '50': 'пятьдесят',
  '70': 'семьдесят',
  '1-я': 'первая',
  '2-я': 'вторая',
  '3-я': 'третья',
  '4-я': 'четвёртая',
  '5-я': 'пятая',
  '5-й': 'пятой',
};
const TAILS = [
  'кв 5',
  'кв. 112',
  'квартира 7',
  'п.2',
  'подъезд 3',
  'этаж 3',
  'кв 5 этаж 2',
  '2 подъезд',
  'кв.12, домофон не работает',
  'течёт крыша',
  'нет отопления',
  'не горит свет в подъезде',
  'под. 1 эт. 5',
  'оф. 3',
];
const REGIONS = ['Тюменская обл', 'Омская область', 'обл. Тюменская,', 'РФ, Омская обл.,', 'Россия, Тюменская область,'];

export const classes: Record<string, Misspelling> = {
  'next key': spelt(nextKey),
  dropped: spelt(dropped),
  doubled: spelt(doubled),
  swapped: spelt(swapped),
  inserted: spelt(inserted),
  heard: spelt(heard),
  'heard twice': (house, random) =>
    `${town(house.city)} ${inOneWord(inOneWord(name(house.street), heard, random), heard, random)} ${near(house.number)}`,
  'two slips': (house, random) => {
    const slips = [nextKey, dropped, doubled, swapped, inserted, heard];
    const once = inOneWord(name(house.street), random.pick(slips), random);
    const long = name(house.street).replace(/ /g, '').length >= 8;
    return `${town(house.city)} ${long ? inOneWord(once, random.pick(slips), random) : once} ${near(house.number)}`;
  },
  'slip in the city': (house, random) =>
    `${inOneWord(town(house.city), random.pick([nextKey, dropped, doubled, swapped, heard]), random)} ${name(house.street)} ${near(house.number)}`,
  'slip in both': (house, random) => {
    const slips = [dropped, doubled, swapped, heard];
    return `${inOneWord(town(house.city), random.pick(slips), random)} ${inOneWord(name(house.street), random.pick(slips), random)} ${near(house.number)}`;
  },
  'layout, whole line': (house) => wrongLayout(`${town(house.city)} ${name(house.street)} ${near(house.number)}`),
  'layout, with type': (house) => wrongLayout(`ул. ${name(house.street)}, ${near(house.number)}, ${town(house.city)}`),
  'layout, one word': (house, random) =>
    random.next() < 0.5
      ? `${wrongLayout(town(house.city))} ${name(house.street)} ${near(house.number)}`
      : `${town(house.city)} ${wrongLayout(name(house.street))} ${near(house.number)}`,
  'layout and a slip': (house, random) =>
    wrongLayout(
      `${town(house.city)} ${inOneWord(name(house.street), random.pick([dropped, doubled, swapped]), random)} ${near(house.number)}`,
    ),
  transliteration: (house, random) => latin(plain(house), random),
  'transliteration, with types': (house, random) =>
    latin(`г. ${town(house.city)}, ул. ${name(house.street)}, д. ${near(house.number)}`, random),
  'transliteration, one word': (house, random) =>
    `${latin(town(house.city), random)} ${name(house.street)} ${near(house.number)}`,
  'no spaces': (house) => `${town(house.city)} ${name(house.street).replaceAll(' ', '')}${near(house.number)}`,
  'type glued on': (house) =>
    `${town(house.city)} ул${name(house.street).toLowerCase().replaceAll(' ', '')} ${near(house.number)}`,
  'all glued': (house) => `${town(house.city)}${name(house.street).replaceAll(' ', '')}${near(house.number)}`.toLowerCase(),
  'word split': (house, random) => {
    const street = name(house.street);
    const at = random.between(2, Math.max(street.length - 3, 2));
    return `${town(house.city)} ${street.slice(0, at)} ${street.slice(at)} ${near(house.number)}`;
  },
  abbreviations: (house, random) =>
    `г ${town(house.city)} ${random.pick(TYPE_WORDS[typeOf(house.street)] ?? ['ул'])} ${name(house.street)} д ${near(house.number)}`,
  'type behind': (house, random) =>
    `${town(house.city)} ${name(house.street)} ${random.pick(TYPE_WORDS[typeOf(house.street)] ?? ['ул'])} ${near(house.number)}`,
  'wrong type': (house, random) =>
    `${random.pick(['ул', 'пр-кт', 'пер', 'бульвар', 'проезд'])} ${name(house.street)} ${near(house.number)} ${town(house.city)}`,
  'slip in the type': (house, random) =>
    `${town(house.city)} ${random.pick(['улеца', 'улца', 'уоица', 'прспект', 'праспект', 'переулк', 'бульвор'])} ${name(house.street)} ${near(house.number)}`,
  initials: (house, random) => {
    const words = name(house.street).split(' ');
    const last = words.at(-1) ?? '';
    const first =
      words.length > 1 && /^[А-ЯЁ]/.test(words[0] ?? '') && !/\d/.test(words[0] ?? '')
        ? [`${words[0]?.[0]}. ${last}`, `${words[0]?.[0]}.${last}`, `${last} ${words[0]?.[0]}.`]
        : [`им. ${words.join(' ')}`, `имени ${words.join(' ')}`];
    return `${town(house.city)} ${random.pick(first)} ${near(house.number)}`;
  },
  'numbers in words': (house) =>
    `${town(house.city)} ${name(house.street)
      .split(' ')
      .map((word) => WORDED[word] ?? word)
      .join(' ')} ${near(house.number)}`,
  'case and ё': (house, random) =>
    random.pick([
      plain(house).toUpperCase(),
      plain(house).toLowerCase().replaceAll('ё', 'е'),
      [...plain(house)].map((letter, at) => (at % 2 ? letter.toUpperCase() : letter.toLowerCase())).join(''),
    ]),
  punctuation: (house, random) =>
    random.pick([
      `«${town(house.city)}», ул. "${name(house.street)}" — д. №${near(house.number)}!`,
      `${town(house.city)};${name(house.street)};${near(house.number)}`,
      `г.${town(house.city)},ул.${name(house.street)},д.${near(house.number)}.`,
      `  ${town(house.city)}   ${name(house.street)} ,,  ${near(house.number)}?`,
    ]),
  'house first': (house, random) =>
    `${random.pick(['', 'дом ', 'д.'])}${near(house.number)} ${name(house.street)} ${town(house.city)}`,
  'city last': (house) => `${house.street}, ${near(house.number)}, г. ${town(house.city)}`,
  'number between': (house) => `${name(house.street)} ${near(house.number)} ${town(house.city)}`,
  'forms of the number': (house, random) =>
    `${town(house.city)} ${name(house.street)} ${random.pick(['', 'д. ', 'дом ', 'вл. ', 'д.'])}${random.pick(numberForms(house.number))}`,
  'flat or remark behind': (house, random) =>
    `${town(house.city)} ${name(house.street)} ${near(house.number)}${random.pick([' ', ', '])}${random.pick(TAILS)}`,
  'flat behind a dash': (house, random) =>
    `${town(house.city)} ${name(house.street)} ${near(house.number)}-${random.between(1, 180)}`,
  'index and region in front': (house, random) =>
    `${random.pick(['625000, ', '644000 ', ''])}${random.pick(REGIONS)} ${house.city}, ${house.street}, д ${near(house.number)}`,
  'no city': (house) => `${name(house.street)} ${near(house.number)}`,
  'no city, a slip': (house, random) =>
    `${inOneWord(name(house.street), random.pick([nextKey, dropped, doubled, swapped, heard]), random)} ${near(house.number)}`,
  lookalikes: (house, random) => lookalikes(plain(house), random),
  'only a beginning': (house) =>
    `${town(house.city)} ${name(house.street)
      .split(' ')
      .map((word) => word.slice(0, 5))
      .join(' ')} ${near(house.number)}`,
  'everything at once': (house, random) =>
    `${random.pick(['г.', 'гор ', ''])}${inOneWord(town(house.city), heard, random)} ${random.pick(['ул', 'УЛ.', ''])} ${inOneWord(name(house.street), random.pick([dropped, swapped]), random).toLowerCase()} д${random.pick(numberForms(house.number))} ${random.pick(TAILS)}`,
};
