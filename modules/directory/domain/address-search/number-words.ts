// Numbers written in words: «сорок лет Победы» is «40 лет Победы», «Восьмого Марта» is «8 Марта», «первая» is «1я».

const CARDINALS: Record<string, number> = Object.fromEntries(
  'два три четыре пять шесть семь восемь девять десять одиннадцать двенадцать тринадцать четырнадцать пятнадцать шестнадцать семнадцать восемнадцать девятнадцать'
    .split(' ')
    .map((word, index) => [word, index + 2]),
);
const TENS: Record<string, number> = {
  двадцать: 20,
  тридцать: 30,
  сорок: 40,
  пятьдесят: 50,
  шестьдесят: 60,
  семьдесят: 70,
  восемьдесят: 80,
  девяносто: 90,
  сто: 100,
};
/** Stems of ordinals; their endings say the gender. */
const ORDINALS = new Map<string, number>(
  'перв втор трет четверт пят шест седьм восьм девят десят одиннадцат двенадцат тринадцат четырнадцат пятнадцат шестнадцат семнадцат восемнадцат девятнадцат двадцат'
    .split(' ')
    .map((stem, index) => [stem, index + 1]),
);
const ROMAN: Record<string, number> = { i: 1, v: 5, x: 10 };

/** Folded words in, the same words with numerals as digits out. */
export function withDigits(folded: string): string {
  const words: string[] = [];
  let tens = 0;
  for (const word of folded.split(' ')) {
    const read = numeral(word);
    if (tens > 0 && read && read.value < 10) words[words.length - 1] = `${tens + read.value}${read.ending}`;
    else words.push(read ? `${read.value}${read.ending}` : word);
    tens = TENS[word] ?? 0;
  }
  return words.join(' ');
}

function numeral(word: string): { value: number; ending: string } | null {
  const value = Object.hasOwn(CARDINALS, word) ? CARDINALS[word] : Object.hasOwn(TENS, word) ? TENS[word] : undefined;
  if (value) return { value, ending: '' };
  if (/^[ivx]{2,5}$/.test(word)) return { value: roman(word), ending: '' };
  const [, stem = '', ending = ''] = /^(.{3,}?)(ая|ья|ый|ой|ий|ого|ьего|его)$/.exec(word) ?? [];
  const ordinal = ORDINALS.get(stem);
  if (!ordinal) return null;
  return { value: ordinal, ending: ending.endsWith('я') ? 'я' : ending.endsWith('го') ? '' : 'й' };
}

function roman(word: string): number {
  const values = [...word].map((letter) => ROMAN[letter] ?? 0);
  return values.reduce((sum, value, at) => sum + (value < (values[at + 1] ?? 0) ? -value : value), 0);
}
