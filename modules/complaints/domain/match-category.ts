// Finds categories by a person's own words: «лампочка на площадке» → «Не горит свет в подъезде».
export interface Searchable {
  code: string;
  name: string;
  groupName: string;
  keywords: string;
}

/** Words of one letter are dropped anyway. */
const STOP = new Set(['на', 'во', 'из', 'не', 'по', 'за', 'от', 'до', 'the', 'in', 'on', 'of', 'no', 'нет']);

/** Words without endings: good enough for Russian nouns and verbs of this small dictionary. */
function stems(text: string): string[] {
  return text
    .toLowerCase()
    .replaceAll('ё', 'е')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length > 1 && !STOP.has(word))
    .map((word) => word.slice(0, word.length > 6 ? 5 : Math.max(3, word.length - 1)));
}

function hits(haystack: readonly string[], needle: string): boolean {
  return haystack.some((word) => word.startsWith(needle) || needle.startsWith(word));
}

/** Best first; empty when no word is known. */
export function matchCategories<C extends Searchable>(query: string, categories: readonly C[], limit = 4): C[] {
  const wanted = stems(query);
  if (wanted.length === 0) return [];
  const scored = categories.map((category, order) => {
    const [name, keywords, group] = [stems(category.name), stems(category.keywords), stems(category.groupName)];
    const score = wanted.reduce(
      (sum, word) => sum + (hits(name, word) ? 3 : 0) + (hits(keywords, word) ? 3 : 0) + (hits(group, word) ? 1 : 0),
      0,
    );
    return { category, score, order };
  });
  return scored
    .filter(({ score }) => score > 1)
    .sort((a, b) => b.score - a.score || a.order - b.order)
    .slice(0, limit)
    .map(({ category }) => category);
}
