// The document's title: the page first, the product after it. Words come with the loader's data, in the reader's language.
export function pageTitle(data: unknown): { title: string }[] {
  const title = typeof data === 'object' && data !== null && 'title' in data && typeof data.title === 'string' ? data.title : '';
  return [{ title: title ? `${title} · Умный помощник ЖКХ` : 'Умный помощник ЖКХ' }];
}
