// Type words of Russian addresses: what each abbreviation means and how it is printed.
import { edits } from './likeness.ts';

export type PartKind =
  | 'region'
  | 'district'
  | 'city'
  | 'settlement'
  | 'street'
  | 'house'
  | 'block'
  | 'building'
  | 'letter'
  | 'flat';

interface TypeWord {
  kind: PartKind;
  print: string;
}

const define = (kind: PartKind, print: string, words: string): [string, TypeWord][] =>
  words.split(' ').map((word) => [word, { kind, print }]);

const WORDS = new Map<string, TypeWord>([
  ...define('region', 'обл.', 'обл область области'),
  ...define('region', 'респ.', 'респ республика'),
  ...define('region', 'край', 'край'),
  ...define('region', 'АО', 'ао'),
  ...define('district', 'р-н', 'р-н район районе м.р-н'),
  ...define('district', 'г.о.', 'г.о го м.о'),
  ...define('city', 'г.', 'г гор город городе'),
  ...define('settlement', 'с.', 'с село'),
  ...define('settlement', 'п.', 'п пос поселок'),
  ...define('settlement', 'пгт', 'пгт'),
  ...define('settlement', 'рп.', 'рп'),
  ...define('settlement', 'д.', 'деревня дер'),
  ...define('street', 'ул.', 'ул улица у улиц'),
  ...define('street', 'пр-кт', 'пр-кт пр-т прт просп проспект пр'),
  ...define('street', 'пер.', 'пер переулок п-к'),
  ...define('street', 'проезд', 'проезд пр-д прд пр-зд'),
  ...define('street', 'б-р', 'б-р бул бульв бульвар бр'),
  ...define('street', 'наб.', 'наб набережная'),
  ...define('street', 'ш.', 'ш шоссе'),
  ...define('street', 'пл.', 'пл площадь'),
  ...define('street', 'мкр.', 'мкр микрорайон мкрн м-н мкр-н мк-н'),
  ...define('street', 'тракт', 'тракт тр-т'),
  ...define('street', 'туп.', 'туп тупик'),
  ...define('street', 'кв-л', 'кв-л квартал'),
  ...define('street', 'аллея', 'аллея ал'),
  ...define('street', 'линия', 'линия'),
  ...define('street', 'тер.', 'тер территория'),
  ...define('house', 'д.', 'д дом зд здание вл влд влад владение двлд домовл домовладение'),
  ...define('block', 'корп.', 'корп корпус к кор кп'),
  ...define('building', 'стр.', 'стр строение соор сооружение'),
  ...define('letter', 'лит.', 'лит литер литера'),
  ...define('flat', 'кв.', 'кв квартира комн ком комната пом помещение оф офис под подъезд подьезд пд эт этаж'),
]);

/** Type of a folded word; a trailing dot does not matter. */
export function typeWord(word: string): TypeWord | undefined {
  return WORDS.get(word.replace(/\.$/, ''));
}

const LONG = [
  'улица',
  'проспект',
  'переулок',
  'бульвар',
  'микрорайон',
  'квартал',
  'проезд',
  'корпус',
  'строение',
  'квартира',
  'площадь',
  'набережная',
];

/** A type word with a slip in it: «микрарайон», «улеца». */
export function isLikeTypeWord(word: string): boolean {
  return word.length >= 5 && LONG.some((known) => edits(word, known) <= (known.length >= 8 ? 2 : 1));
}
