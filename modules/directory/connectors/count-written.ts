// Counts of an upsert: what was new and what changed.
export function countWritten(what: string, rows: readonly { is_new: boolean }[]): Record<string, number> {
  const added = rows.filter((row) => row.is_new).length;
  return { [`${what}New`]: added, [`${what}Changed`]: rows.length - added };
}
