// Which of the chosen files to take: photos only, not too big, no more than allowed, none twice.
export interface Refusal {
  name: string;
  reason: 'notPhoto' | 'tooBig' | 'tooMany';
}

interface FileLike {
  name: string;
  size: number;
  type: string;
  lastModified: number;
}

const same = (a: FileLike, b: FileLike) => a.name === b.name && a.size === b.size && a.lastModified === b.lastModified;

export function sortPhotos<F extends FileLike>(
  have: readonly F[],
  chosen: readonly F[],
  limits: { max: number; maxMegabytes: number },
): { taken: F[]; refused: Refusal[] } {
  const taken = [...have];
  const refused: Refusal[] = [];
  for (const file of chosen) {
    if (taken.some((one) => same(one, file))) continue;
    const reason = refusalOf(file, taken.length, limits);
    if (reason) refused.push({ name: file.name, reason });
    else taken.push(file);
  }
  return { taken, refused };
}

function refusalOf(file: FileLike, count: number, limits: { max: number; maxMegabytes: number }): Refusal['reason'] | undefined {
  // HEIC is not asked for: an iPhone then hands over JPEG by itself.
  if (!/^image\/(jpeg|png|webp)$/.test(file.type)) return 'notPhoto';
  if (file.size > limits.maxMegabytes * 1024 * 1024) return 'tooBig';
  return count >= limits.max ? 'tooMany' : undefined;
}
