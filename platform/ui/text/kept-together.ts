// No-break spaces for text that comes from data, not from words: only plain strings are touched.
import type { ReactNode } from 'react';
import { noBreak } from '@zhkh/kernel/i18n';

export function keptTogether(node: ReactNode): ReactNode {
  return typeof node === 'string' ? noBreak(node) : node;
}
