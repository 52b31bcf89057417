// Reasons of an outage. Of list 360 the schema names only code 3, «иная»; the others are the product's words.
import type { Kind } from './phase.ts';

export const OTHER_REASON = '3';

const byKind: Readonly<Record<Kind, readonly string[]>> = {
  planned: ['repair', 'upkeep', 'tests', 'connection', OTHER_REASON],
  emergency: ['accident-house', 'accident-network', 'supplier', 'weather', OTHER_REASON],
};

export const reasonCodes = [...new Set([...byKind.planned, ...byKind.emergency])] as [string, ...string[]];

export const reasonsOf = (kind: Kind): readonly string[] => byKind[kind];
