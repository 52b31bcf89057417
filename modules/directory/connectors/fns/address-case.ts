// Addresses of the tax registers come in capitals with types in full: written here as people read them.
const SHORT: Readonly<Record<string, string>> = {
  ГОРОД: 'г.',
  УЛИЦА: 'ул.',
  ПРОСПЕКТ: 'пр-кт',
  ПЕРЕУЛОК: 'пер.',
  БУЛЬВАР: 'б-р',
  НАБЕРЕЖНАЯ: 'наб.',
  МИКРОРАЙОН: 'мкр.',
  РАЙОН: 'р-н',
  ПОСЕЛОК: 'п.',
  СЕЛО: 'с.',
  ДЕРЕВНЯ: 'д.',
  ДОМ: 'д.',
  КОРПУС: 'корп.',
  СТРОЕНИЕ: 'стр.',
  ОФИС: 'оф.',
  КВАРТИРА: 'кв.',
  ПОМЕЩЕНИЕ: 'пом.',
};
const SMALL = new Set([
  'ОБЛАСТЬ',
  'КРАЙ',
  'АВТОНОМНЫЙ',
  'АВТОНОМНАЯ',
  'ОКРУГ',
  'ТРАКТ',
  'ПРОЕЗД',
  'ШОССЕ',
  'ГОРОДСКОЙ',
  'МУНИЦИПАЛЬНЫЙ',
  'ЛЕТ',
]);

export function readableAddress(text: string): string {
  return text.split(' ').map(readableWord).join(' ');
}

function readableWord(word: string): string {
  const [, bare = '', comma = ''] = /^(.*?)(,?)$/.exec(word) ?? [];
  if (!/^[А-ЯЁ-]+$/.test(bare)) return word;
  const short = SHORT[bare.replaceAll('Ё', 'Е')];
  if (short) return short + comma;
  if (SMALL.has(bare)) return bare.toLowerCase() + comma;
  if (bare.length === 1) return word;
  return (
    bare
      .split('-')
      .map((part) => part.charAt(0) + part.slice(1).toLowerCase())
      .join('-') + comma
  );
}
