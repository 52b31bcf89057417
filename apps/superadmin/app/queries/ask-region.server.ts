// Asks one region something without letting a slow one hold the page: late or broken counts as «не отвечает».
import type { ControlContext } from '@zhkh/kernel/http.server';
import type { Context } from '@zhkh/kernel/module.server';

const LIMIT_MS = 2000;

export async function askRegion<T>(
  control: ControlContext,
  slug: string,
  question: (ctx: Context) => Promise<T>,
  limitMs = LIMIT_MS,
): Promise<T | null> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(resolve, limitMs, null);
  });
  const answer = control
    .region(slug)
    .then(question)
    .catch((error: unknown) => {
      control.log.warn({ err: error, region: slug }, 'region did not answer');
      return null;
    });
  return Promise.race([answer, late]).finally(() => clearTimeout(timer));
}
