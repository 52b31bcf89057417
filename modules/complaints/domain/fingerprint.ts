// What makes two sendings of one form the same: their content, not the moment.
/** Stable text of the content; hashed by the command. */
export function contentOf(input: {
  house?: string | undefined;
  typedAddress?: string | undefined;
  category: string;
  body: string;
  place: string;
  flat: string;
}): string {
  return JSON.stringify([input.house ?? null, input.typedAddress ?? null, input.category, input.body, input.place, input.flat]);
}

/** A short name of the complaint without personal data: the category and the place. */
export function titleOf(category: { code: string; name: string }, body: string, place: string): string {
  const subject = category.code === 'other' ? firstWords(body) : category.name;
  return place ? `${subject}, ${place}` : subject;
}

function firstWords(body: string): string {
  const line = body.split(/[\n.!?]/)[0]?.trim() ?? '';
  return line.length <= 60 ? line : `${line.slice(0, 57).replace(/\s+\S*$/, '')}…`;
}
