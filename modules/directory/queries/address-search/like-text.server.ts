// Text typed by a person inside a LIKE pattern.

export function escape(text: string): string {
  return text.replace(/[\\%_]/g, '\\$&');
}
