// A letter sent now, by a job that owns its retries in rows of its own (a complaint's delivery). Never from a web request.
import type { JobContext } from '../module/context.server.ts';
import type { MailInput } from './mail-transport.server.ts';

/** Throws a SendFailure: `temporary` and `in-doubt` may be tried again with the same Message-ID, `permanent` may not. */
export function sendLetter(ctx: Pick<JobContext, 'mail'>, letter: MailInput): Promise<{ response: string }> {
  return ctx.mail.send(letter);
}
