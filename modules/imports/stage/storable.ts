// Text out of a hostile file as the database takes it: no NUL, no half of a surrogate pair.

export function storable(text: string): string {
  return text.replaceAll('\0', '').toWellFormed();
}
