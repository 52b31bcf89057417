// Addresses of the steps: the whole state of the form's way stands in the query.
export type NewLink = Partial<
  Record<'house' | 'address' | 'hq' | 'category' | 'q' | 'called' | 'key' | 'step', string | null | undefined>
>;

export function newLink(query: NewLink): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) if (value) search.set(name, value);
  return `/complaints/new?${search}`;
}

/** Hidden fields that carry the place through a GET form. */
export function placeFields(place: { house: string | null; typedAddress: string | null }): [string, string][] {
  if (place.house) return [['house', place.house]];
  return place.typedAddress ? [['address', place.typedAddress]] : [];
}
