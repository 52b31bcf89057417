// One e-mail address in a narrow grammar of our own: parsers of the full standard disagree, and disagreement is how letters go astray.
import { domainToASCII } from 'node:url';

/** `user@xn--…`: ASCII, lower-case domain; null for anything else (two addresses, comments, quotes, line breaks). */
export function parseMailAddress(text: string): string | null {
  if (text.length > 254) return null;
  const match = /^([A-Za-z0-9]+(?:(?:[.%+]|[-_]+)[A-Za-z0-9]+)*[-_+]?)@([^\s@<>"(),:;\\[\]]+)$/.exec(text);
  const [, local = '', claimed = ''] = match ?? [];
  const domain = domainToASCII(claimed.toLowerCase());
  if (!local || local.length > 64) return null;
  if (!/^(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)*[a-z0-9](?:[a-z0-9-]*[a-z0-9])?$/.test(domain) || domain.length > 253) return null;
  return `${local}@${domain}`;
}

/** `Цифровое ЖКХ <noreply@host>` of the configuration. */
export function parseSender(text: string): { name: string; address: string } {
  const [, name = '', inner = text] = /^\s*([^<]*?)\s*<([^<>]+)>\s*$/.exec(text) ?? [];
  const address = parseMailAddress(inner.trim());
  if (!address) throw new Error('MAIL_FROM must hold one e-mail address');
  return { name: name.replace(/["\r\n]/g, ''), address };
}
