// One e-mail address in one form: lower case, ASCII domain.
// Stricter than the standard on purpose: parsers disagree on the rest.
import { domainToASCII } from 'node:url';

export function normaliseEmail(typed: string): string | null {
  const text = typed.trim();
  const at = text.indexOf('@');
  if (text.length > 254 || at < 1 || at !== text.lastIndexOf('@')) return null;
  const local = text.slice(0, at).toLowerCase();
  const domain = domainToASCII(text.slice(at + 1).toLowerCase());
  if (!/^[a-z0-9]+([._%+-]+[a-z0-9]+)*$/.test(local) || local.length > 64) return null;
  if (!/^([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z0-9-]{2,63}$/.test(domain)) return null;
  return `${local}@${domain}`;
}
