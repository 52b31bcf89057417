// How an object of addresses is printed: its type before the name, districts and regions after the habit of the post.

const DOTTED = new Set('ал г гп д дор дп кп мкр наб обл п пгт пер пл пос респ рзд рп с сл ст стр тер туп у ул х ш'.split(' '));
const AFTER = new Set(['обл', 'обл.', 'край', 'ао', 'а.окр.', 'а.обл.', 'аобл', 'р-н']);

/** «ул», «Белая» → «ул. Белая»; «обл», «Тюменская» → «Тюменская обл.». */
export function printName(type: string, name: string): string {
  const short = DOTTED.has(type.toLowerCase()) ? `${type}.` : type;
  if (!short) return name;
  return AFTER.has(type.toLowerCase()) ? `${name} ${short}` : `${short} ${name}`;
}
