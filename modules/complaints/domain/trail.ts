// Kinds of records in the trail, worded in i18n under `trail.<kind>`; a kind is never renamed, rows keep it.
export const trailKinds = [
  'filed',
  'queued',
  'unmanaged',
  'addressed',
  'cabinet',
  'letter-sent',
  'letter-delayed',
  'letter-refused',
  'call-needed',
  'called',
  'call-missed',
  'opened',
  'taken',
  'assigned',
  'answered',
  'confirmed',
  'refuted',
  'expired',
  'rated',
  'withdrawn',
  'redirected',
  'followed',
  'house-lost',
  'house-left',
  'noted',
] as const;
export type TrailKind = (typeof trailKinds)[number];

/** Steps that went wrong: stay visible, followed by the retry. */
export const failedKinds: readonly TrailKind[] = ['letter-delayed', 'letter-refused', 'call-missed', 'refuted'];
