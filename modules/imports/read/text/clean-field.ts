// A field without what nobody typed on purpose: control characters, hard and doubled spaces.

const UNCLEAN = /[\u0000-\u001f\u00a0]| {2}|^ | $/;

export function cleanField(field: string): string {
  if (!UNCLEAN.test(field)) return field;
  return field
    .replace(/[\u0000-\u001f\u00a0]+/g, ' ')
    .replace(/ {2,}/g, ' ')
    .trim();
}
