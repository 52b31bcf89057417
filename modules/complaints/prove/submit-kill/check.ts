// The rule of the proof: every receipt is one complaint and one delivery; a letter sent twice is the same.
export interface Submission {
  key: string;
  /** The complaint the person was shown a receipt for; null while no answer came through. */
  receipt: string | null;
  tries: number;
  /** Answers that never arrived: the server may or may not have committed. */
  inDoubt: number;
  /** Receipts seen for this key; more than one distinct value breaks the promise. */
  receipts: readonly string[];
}

export interface ComplaintRow {
  id: string;
  key: string;
  /** Deliveries of the first filing, one per channel: `cabinet`, `letter`, `call`, `authority`. */
  deliveries: readonly { id: string; channel: string; state: string }[];
}

export interface Letter {
  messageId: string;
  complaintId: string | null;
}

export interface Verdict {
  complaints: number;
  receipts: number;
  inDoubtRequests: number;
  letters: number;
  /** Copies of a letter already received, with the same Message-ID: a worker died after the mail server took it. */
  lettersInDoubt: number;
  violations: string[];
}

export function check(submissions: readonly Submission[], rows: readonly ComplaintRow[], letters: readonly Letter[]): Verdict {
  const byKey = groupBy(rows, (row) => row.key);
  const violations: string[] = [];
  for (const submission of submissions) violations.push(...checkSubmission(submission, byKey.get(submission.key) ?? []));
  const known = new Set(submissions.map((submission) => submission.key));
  for (const row of rows) if (!known.has(row.key)) violations.push(`complaint ${row.id} belongs to no submission`);
  const mail = checkLetters(rows, letters);
  return {
    complaints: rows.length,
    receipts: submissions.filter((submission) => submission.receipt !== null).length,
    inDoubtRequests: submissions.reduce((sum, submission) => sum + submission.inDoubt, 0),
    letters: letters.length,
    lettersInDoubt: mail.copies,
    violations: [...violations, ...mail.violations],
  };
}

function checkSubmission(submission: Submission, rows: readonly ComplaintRow[]): string[] {
  const { key, receipt } = submission;
  const found: string[] = [];
  if (receipt === null) found.push(`submission ${key} never got a receipt`);
  if (new Set(submission.receipts).size > 1) found.push(`submission ${key} got receipts for different complaints`);
  if (rows.length !== 1) found.push(`submission ${key} made ${rows.length} complaints`);
  if (receipt !== null && !rows.some((row) => row.id === receipt)) found.push(`receipt ${receipt} has no complaint`);
  for (const row of rows) found.push(...checkDeliveries(row));
  return found;
}

function checkDeliveries(row: ComplaintRow): string[] {
  const channels = row.deliveries.map((delivery) => delivery.channel);
  if (channels.length === 0) return [`complaint ${row.id} has no delivery`];
  if (new Set(channels).size !== channels.length)
    return [`complaint ${row.id} has ${channels.length} deliveries over ${channels.join(', ')}`];
  const unfinished = row.deliveries.filter(
    ({ channel, state }) => channel === 'letter' && (state === 'waiting' || state === 'parked'),
  );
  return unfinished.map((delivery) => `delivery ${delivery.id} of ${row.id} is still ${delivery.state}`);
}

function checkLetters(rows: readonly ComplaintRow[], letters: readonly Letter[]): { copies: number; violations: string[] } {
  const violations: string[] = [];
  let copies = 0;
  const byComplaint = groupBy(letters, (letter) => letter.complaintId ?? '');
  for (const row of rows) {
    const expected = row.deliveries.filter((delivery) => delivery.channel === 'letter').length;
    const received = byComplaint.get(row.id) ?? [];
    const distinct = new Set(received.map((letter) => letter.messageId)).size;
    copies += received.length - distinct;
    if (distinct !== expected)
      violations.push(`complaint ${row.id}: ${distinct} different letters for ${expected} deliveries by mail`);
  }
  return { copies, violations };
}

function groupBy<T>(list: readonly T[], key: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of list) groups.set(key(item), [...(groups.get(key(item)) ?? []), item]);
  return groups;
}
