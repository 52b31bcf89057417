// Finds the link to the newest data file on a passport page of an open-data set.
import { dateInName } from '../run/date-in-name.ts';
import { SourceError } from '../read/source/source-error.ts';

const LINK = /["'>\s](https?:\/\/[^"'<>\s]{1,2000}|[^"'<>\s]{1,500})(?=["'<\s])/g;
const FILE = /(^|\/)(data-[^/]*|[^/]*20\d{2}[^/]*)\.(zip|csv|xml|gz|xlsx)$/i;

export function findFileLink(page: string, address: string): string {
  const links = new Map<string, string>();
  for (const [, found = ''] of page.replaceAll('\\/', '/').matchAll(LINK)) {
    const link = found.replaceAll('&amp;', '&');
    if (!FILE.test(link.split('?')[0] ?? '') || !URL.canParse(link, address)) continue;
    const url = new URL(link, address);
    links.set(url.href, dateInName(fileNameOf(url.href)) ?? '');
  }
  const newest = [...links]
    .filter(([link]) => !/structure[^/]*\.xsd/i.test(link))
    .toSorted((a, b) => b[1].localeCompare(a[1]))[0];
  if (!newest) throw new SourceError('no-link');
  return newest[0];
}

export function fileNameOf(address: string, disposition: string | null = null): string {
  const told = /filename\*?=(?:UTF-8'')?"?([^";]+)/i.exec(disposition ?? '')?.[1];
  const last = new URL(address).pathname.split('/').at(-1) ?? '';
  return (
    (
      decoded(told ?? last)
        .split(/[/\\]/)
        .at(-1) ?? ''
    ).slice(0, 200) || 'source.bin'
  );
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
