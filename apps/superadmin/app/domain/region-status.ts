// What an operator should know of a region at a glance: one status, and the reasons to come nearer.
export type RegionStatus =
  | 'working'
  | 'provisioning'
  | 'stopped'
  | 'suspended'
  | 'archived'
  | 'unreachable'
  | 'schema-behind'
  | 'queue-grows';

export interface RegionFacts {
  state: 'provisioning' | 'active' | 'suspended' | 'archived';
  /** Provisioning broke off and waits for «продолжить». */
  provisioningFailed: boolean;
  /** null = the region's database did not answer in time. */
  waiting: number | null;
  parked: number | null;
  schema: { applied: number | null; known: number };
}

/** From here on a queue is not a moment's work but a trend worth a look. */
export const growingQueue = 500;

/** The worst thing wins: an operator acts on the first word. */
export function regionStatus(facts: RegionFacts): RegionStatus {
  if (facts.state === 'provisioning') return facts.provisioningFailed ? 'stopped' : 'provisioning';
  if (facts.state === 'archived') return 'archived';
  if (facts.waiting === null || facts.schema.applied === null) return 'unreachable';
  if (facts.schema.applied < facts.schema.known) return 'schema-behind';
  if (facts.state === 'suspended') return 'suspended';
  return facts.waiting >= growingQueue ? 'queue-grows' : 'working';
}

export type Attention =
  | { kind: 'stopped' | 'unreachable'; slug: string; name: string }
  | { kind: 'behind'; slug: string; name: string; count: number }
  | { kind: 'parked'; slug: string; name: string; count: number }
  | { kind: 'queue'; slug: string; name: string; count: number };

export function attentionFor(region: RegionFacts & { slug: string; name: string }): Attention[] {
  const { slug, name } = region;
  const status = regionStatus(region);
  const found: Attention[] = [];
  if (status === 'stopped' || status === 'unreachable') found.push({ kind: status, slug, name });
  if (status === 'schema-behind')
    found.push({ kind: 'behind', slug, name, count: region.schema.known - (region.schema.applied ?? 0) });
  if ((region.parked ?? 0) > 0) found.push({ kind: 'parked', slug, name, count: region.parked ?? 0 });
  if ((region.waiting ?? 0) >= growingQueue) found.push({ kind: 'queue', slug, name, count: region.waiting ?? 0 });
  return found;
}
