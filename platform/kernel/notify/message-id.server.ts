// Message-ID made from what the letter is about, not from the try: a letter sent twice in doubt is one letter to every reader.
import { createHash } from 'node:crypto';

export function messageIdFor(tenantSlug: string, key: string, domain: string): string {
  const digest = createHash('sha256').update(`${tenantSlug}\u0000${key}`).digest('hex').slice(0, 40);
  return `<${digest}@${domain}>`;
}
