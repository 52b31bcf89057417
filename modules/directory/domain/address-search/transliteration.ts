// Russian written in Latin letters, by whichever of the usual schemes: «Tyumen», «Tiumen», «Tjumen’» are near enough to «Тюмень».

const GROUPS: readonly (readonly [RegExp, string])[] = [
  [/shch|sch/g, 'щ'],
  [/(?:skiy|skij|skyi|sky|skii|ski)(?![a-z])/g, 'ский'],
  [/zh/g, 'ж'],
  [/kh/g, 'х'],
  [/ts|tc|cz/g, 'ц'],
  [/ch/g, 'ч'],
  [/sh/g, 'ш'],
  [/[yji]u/g, 'ю'],
  [/[yji]a/g, 'я'],
  [/[yj][oe]/g, 'е'],
  [/iy|ij|ii|yi/g, 'ий'],
  [/yj|yy/g, 'ый'],
  [/(?<=[aeiouаеиоуыюя])y/g, 'й'],
  [/['’`"](?=[a-zа-я]|$|\s)/g, 'ь'],
];
const LETTERS: Record<string, string> = Object.fromEntries(
  'a:а b:б c:ц d:д e:е f:ф g:г h:х i:и j:й k:к l:л m:м n:н o:о p:п q:к r:р s:с t:т u:у v:в w:в x:х y:ы z:з'
    .split(' ')
    .map((pair) => pair.split(':')),
);

/** «respubliki» → «республики», near enough for the forgiving search. */
export function fromTranslit(text: string): string {
  let result = text
    .normalize('NFD')
    .replace(/(?<=[a-z])[\u0300-\u036f]/gi, '')
    .normalize('NFC')
    .toLowerCase();
  for (const [latin, cyrillic] of GROUPS) result = result.replace(latin, cyrillic);
  return result.replace(/[a-z]/g, (letter) => LETTERS[letter] ?? letter);
}
