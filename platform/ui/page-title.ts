// Names a page in the browser's tab: what it is, then whose, the region or the product.
// Every page says `export const meta = pageTitle`.

/** What Remix gives `meta`. `title` comes in the data of the page's loader, `region` or `site` in that of the root. */
interface MetaArgs {
  data?: unknown;
  matches: readonly { id: string; data?: unknown }[];
}

interface Said {
  title?: unknown;
  site?: unknown;
  region?: unknown;
}

export function pageTitle({ data, matches }: MetaArgs): { title: string }[] {
  const page = (data ?? {}) as Said;
  const root = (matches.find((match) => match.id === 'root')?.data ?? {}) as Said;
  const whose = nameOf(root.region) || nameOf(page.region) || nameOf(root.site);
  return [{ title: [nameOf(page.title), whose].filter(Boolean).join(' · ') }];
}

/** A region may come as its name or as an object with one. */
function nameOf(said: unknown): string {
  if (typeof said === 'object' && said !== null && 'name' in said) return nameOf(said.name);
  return typeof said === 'string' ? said : '';
}
