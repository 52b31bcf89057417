// Ways to spoil a document of XML.
import type { Spoil } from './hostile-file.ts';
import { cp1251, utf16be, utf16le } from './spoil-text.ts';

/** After the tag that opens the document. */
const inside = (text: string, what: string) => text.replace(/^((?:\uFEFF)?(?:<\?[^>]*\?>)?\s*<[^>]+>)/, (head) => head + what);
/** Into the first record, after its opening tag. */
const inRecord = (text: string, what: string) =>
  text.replace(/^((?:\uFEFF)?(?:<\?[^>]*\?>)?\s*<[^>]+>\s*(?:<[^>]+\/>\s*)*<[^/>]+>)/, (head) => head + what);
const declared = (text: string, head: string) => `${head}${text.replace(/^\uFEFF?(<\?[^>]*\?>)?/, '')}`;
const attributes = (text: string, change: (value: string) => string) =>
  text.replace(/(\s[^\s=<>"]+=")([^"<>]*)"/g, (all, name: string, value: string) =>
    /version|encoding/i.test(name) ? all : `${name}${change(value)}"`,
  );
const LAUGHS = Array.from({ length: 9 }, (_, at) => `<!ENTITY l${at + 1} "${`&l${at};`.repeat(10)}">`).join('');

export const spoilXml: Readonly<Record<string, Spoil>> = {
  'an external entity': (text) =>
    inside(declared(text, '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>'), '&e;'),
  'an external parameter entity': (text) =>
    declared(text, '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY % p SYSTEM "http://127.0.0.1:9/x.dtd"> %p;]>'),
  'a billion laughs': (text) => inside(declared(text, `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY l0 "ha">${LAUGHS}]>`), '&l9;'),
  'a DOCTYPE of 30 MB': (text) => declared(text, `<?xml version="1.0"?><!DOCTYPE x [<!-- ${'d'.repeat(30_000_000)} -->]>`),
  'depth 100 000': (text) => inside(text, '<a>'.repeat(100_000)),
  'depth 100 000 in a record': (text) => inRecord(text, '<a>'.repeat(100_000)),
  'a million attributes': (text) => inside(text, `<a ${Array.from({ length: 1_000_000 }, (_, at) => `a${at}=""`).join(' ')}/>`),
  'a thousand attributes': (text) => inRecord(text, `<a ${Array.from({ length: 1000 }, (_, at) => `a${at}=""`).join(' ')}/>`),
  'a million children in a record': (text) => inRecord(text, '<a/>'.repeat(1_000_000)),
  'a value of 20 MB': (text) => inRecord(text, `<a b="${'v'.repeat(20_000_000)}"/>`),
  'a text of 20 MB': (text) => inRecord(text, `<a>${'t'.repeat(20_000_000)}</a>`),
  'a record of 40 MB in small texts': (text) =>
    inRecord(text, `<a>${`${'t'.repeat(1000)}<b/>`.repeat(15_000)}${`${'t'.repeat(900)}<!-- -->`.repeat(30_000)}</a>`),
  'values of 900 kB, forty of them': (text) => inRecord(text, `<a b="${'v'.repeat(900_000)}"/>`.repeat(40)),
  'CDATA by turns with text, 40 MB': (text) => inRecord(text, `t<![CDATA[${'c'.repeat(400_000)}]]>`.repeat(100)),
  'a comment of 20 MB': (text) => inside(text, `<!--${'c'.repeat(20_000_000)}-->`),
  'an instruction of 20 MB': (text) => inside(text, `<?p ${'i'.repeat(20_000_000)}?>`),
  'an unknown encoding': (text) => declared(text, '<?xml version="1.0" encoding="utf-7"?>'),
  'an encoding with NUL': (text) => declared(text, '<?xml version="1.0" encoding="a\0b"?>'),
  'windows-1251 called UTF-8': (text) => cp1251(declared(text, '<?xml version="1.0" encoding="utf-8"?>')),
  'UTF-8 called windows-1251': (text) => declared(text, '<?xml version="1.0" encoding="windows-1251"?>'),
  'UTF-16 LE': (text) => utf16le(`\uFEFF${text.replace(/^\uFEFF/, '')}`),
  'UTF-16 BE without mark': (text) => utf16be(text.replace(/^\uFEFF/, '')),
  'UTF-16 LE without mark': (text) => utf16le(text.replace(/^\uFEFF/, '')),
  'two million references': (text) => inRecord(text, `<a>${'&amp;'.repeat(2_000_000)}</a>`),
  'references to half a pair': (text) => inRecord(text, `<a b="&#xD800;&#xDFFF;">&#xDC00;</a>`),
  'ten thousand namespaces': (text) =>
    inRecord(text, Array.from({ length: 10_000 }, (_, at) => `<a xmlns:n${at}="urn:${at}"/>`).join('')),
  'two million small texts': (text) => inRecord(text, `<a>${'t<!---->'.repeat(2_000_000)}</a>`),
  'a million instructions before the document': (text) => declared(text, `<?xml version="1.0"?>${'<?p?>'.repeat(1_000_000)}`),
  'a million comments between records': (text) => inside(text, '<!---->'.repeat(1_000_000)),
  'never closed': (text) => text.replace(/<\/[^>]+>\s*$/, ''),
  'two documents': (text) => text + text,
  'rubbish after the end': (text) => `${text}\0\0rubbish`,
  'another root': (text) => text.replace(/<([^\s?!>/]+)/, '<Evil').replace(/<\/[^>]+>\s*$/, '</Evil>'),
  'prefixes nobody declared': (text) => text.replace(/<(\/?)([^\s?!>/]+)/g, '<$1evil:$2'),
  'names of prototypes': (text) => inRecord(text, '<__proto__ constructor="x" __proto__="y"/><constructor/>'),
  'the same attribute twice': (text) => inRecord(text, '<a b="1" b="2"/>'),
  'a reference to NUL': (text) => inRecord(text, '<a>&#0;</a>'),
  'a reference beyond Unicode': (text) => inRecord(text, '<a>&#xFFFFFFF;</a>'),
  'values without measure': (text) => attributes(text, () => '99999999999999999999999.99'),
  'impossible dates': (text) => attributes(text, (value) => (/\d{2,4}[-.]\d\d/.test(value) ? '31.02.0000' : value)),
  'empty values': (text) => attributes(text, () => ''),
  'values with a tail of letters': (text) => attributes(text, (value) => `${value}${'я'.repeat(3000)}`),
  'SQL in values': (text) => attributes(text, () => "'); drop table house; --"),
  'backslashes in values': (text) => attributes(text, () => '\\N\\.\\x00&#9;&#10;'),
  'a version of tomorrow': (text) => text.replace(/ВерсФорм="[^"]*"/, 'ВерсФорм="99.99"'),
  'no document': () => '<?xml version="1.0"?>',
  'a page of HTML': () => '<!doctype html><html><body>Вход</body></html>',
};
