// The page's title in the browser's tab: what it is, then the region.
interface MetaArgs {
  data?: unknown;
  matches: readonly { id: string; data?: unknown }[];
}

export function titleMeta({ data, matches }: MetaArgs): { title: string }[] {
  const root = matches.find((match) => match.id === 'root')?.data as { region?: { name: string } } | undefined;
  const title = (data as { title?: string } | undefined)?.title;
  return [{ title: [title, root?.region?.name].filter(Boolean).join(' · ') }];
}
