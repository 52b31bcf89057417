// Asks one region something without letting a slow one hold the page: late or broken counts as «не отвечает».
import type { ControlContext } from '@zhkh/kernel/http.server';
import type { Context } from '@zhkh/kernel/module.server';
import pTimeout from 'p-timeout';

const LIMIT_MS = 2000;

export async function askRegion<T>(
  control: ControlContext,
  slug: string,
  question: (ctx: Context) => Promise<T>,
  limitMs = LIMIT_MS,
): Promise<T | null> {
  const answer = control
    .region(slug)
    .then(question)
    .catch((error: unknown) => {
      control.log.warn({ err: error, region: slug }, 'region did not answer');
      return null;
    });
  return pTimeout(answer, { milliseconds: limitMs, fallback: () => null });
}
