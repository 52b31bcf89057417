// Text typed with the wrong keyboard layout: «htcge,kbrb» is «республики» on the same keys.

const KEYS_EN = `qwertyuiop[]asdfghjkl;'zxcvbnm,.\`QWERTYUIOP{}ASDFGHJKL:"ZXCVBNM<>~/?|&#`;
const KEYS_RU = 'йцукенгшщзхъфывапролджэячсмитьбюёЙЦУКЕНГШЩЗХЪФЫВАПРОЛДЖЭЯЧСМИТЬБЮЁ.,/?№';
const ROWS = ['йцукенгшщзхъ', 'фывапролджэ', 'ячсмитьбю'];

/** Word by word: what already is Cyrillic stays; punctuation at a word's end stays punctuation. */
export function fromEnglishLayout(text: string): string {
  return text.replace(/\S+/g, (word) => {
    if (!/[a-z]/i.test(word)) return word;
    const [, body = word, tail = ''] = /^(.*?)([,.;:]*)$/.exec(word) ?? [];
    return onRussianKeys(body) + tail;
  });
}

/** Only letters change; points and commas part words: «ek.ktybyf,12». */
export function fromEnglishLetters(text: string): string {
  return text.replace(/[a-z[\]{}'"`~]/gi, onRussianKeys);
}

function onRussianKeys(text: string): string {
  return [...text]
    .map((key) => KEYS_RU[KEYS_EN.indexOf(key)] ?? key)
    .join('')
    .toLowerCase();
}

/** Letters whose keys touch. */
export function areNeighbours(a: string, b: string): boolean {
  for (const [row, keys] of ROWS.entries()) {
    const at = keys.indexOf(a);
    if (at < 0) continue;
    const below = ROWS[row + 1] ?? '';
    const above = ROWS[row - 1] ?? '';
    return [keys[at - 1], keys[at + 1], below[at - 1], below[at], above[at], above[at + 1]].includes(b);
  }
  return false;
}
