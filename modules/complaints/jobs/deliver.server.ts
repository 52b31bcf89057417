// Sends complaints' letters that are due, and hands over to a person where no letter gets through or nobody opens.
import { isSendFailure, sendLetter } from '@zhkh/kernel/notify.server';
import { type Context, defineJob } from '@zhkh/kernel/module.server';
import { z } from 'zod';
import { claimLetters, type ClaimedLetter } from '../core/claim-letters.server.ts';
import { composeLetter } from '../core/compose-letter.server.ts';
import { letterDelayed, letterDropped, letterRefused, letterSent } from '../core/letter-outcome.server.ts';
import { escalateUnopened } from '../core/escalate.server.ts';

export const deliver = defineJob({
  id: 'complaints.deliver',
  input: z.strictObject({}),
  timeout: 5 * 60_000,
  attempts: 1,
  cron: '* * * * *',
  run: async (ctx, _input, signal) => {
    await deliverDue(ctx, signal);
  },
});

const BATCH = 20;
const AT_ONCE = 4;

/** Letters of one region until none is due. Every claim is a lease: a killed worker's letters come back. */
export async function deliverDue(ctx: Context, signal?: AbortSignal): Promise<number> {
  await escalateUnopened(ctx);
  let sent = 0;
  while (!signal?.aborted) {
    const letters = await claimLetters(ctx, BATCH);
    if (letters.length === 0) return sent;
    for (let at = 0; at < letters.length; at += AT_ONCE) {
      await Promise.all(letters.slice(at, at + AT_ONCE).map((letter) => sendOne(ctx, letter)));
    }
    sent += letters.length;
  }
  return sent;
}

async function sendOne(ctx: Context, letter: ClaimedLetter): Promise<void> {
  try {
    const text = await composeLetter(ctx, letter);
    if (!text) return await letterDropped(ctx, letter);
    const { response } = await sendLetter(ctx, text);
    await letterSent(ctx, letter, response);
  } catch (error) {
    if (!isSendFailure(error)) ctx.log.error({ err: error, delivery: letter.id }, 'a letter could not be written');
    if (isSendFailure(error) && error.outcome === 'permanent') return letterRefused(ctx, letter, error.message);
    const reason = isSendFailure(error) ? error.message : 'internal';
    await letterDelayed(ctx, letter, { reason, inDoubt: isSendFailure(error) && error.outcome === 'in-doubt' });
  }
}
