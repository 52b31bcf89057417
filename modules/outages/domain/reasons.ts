// Why a utility is off. The schema itself names only 3, «иная», of list 360; the others are words of this product until the list is at hand.
import type { Kind } from './phase.ts';

export const OTHER_REASON = '3';

const byKind: Readonly<Record<Kind, readonly string[]>> = {
  planned: ['repair', 'upkeep', 'tests', 'connection', OTHER_REASON],
  emergency: ['accident-house', 'accident-network', 'supplier', 'weather', OTHER_REASON],
};

export const reasonCodes = [...new Set([...byKind.planned, ...byKind.emergency])] as [string, ...string[]];

export const reasonsOf = (kind: Kind): readonly string[] => byKind[kind];
