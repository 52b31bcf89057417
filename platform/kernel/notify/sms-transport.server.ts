// SMS over the provider's HTTP: one POST of JSON, every answer read as one of three outcomes.
import type { Config } from '../config/config.ts';
import { createBreaker } from './breaker.server.ts';
import { isSendFailure, sendFailure } from './send-failure.ts';

export interface SmsTransport {
  /** `key` lets the provider drop a repetition. Rejects with a SendFailure. */
  send(input: { key: string; to: string; text: string }): Promise<{ response: string }>;
  available(): boolean;
}

const MAX_ANSWER = 64 * 1024;

export function createSmsTransport(config: Pick<Config, 'sms'>, timeoutMs = 8000): SmsTransport {
  const breaker = createBreaker({ failures: 5, restMs: 10_000 });
  return {
    available: () => breaker.allows(),
    send: async (input) => {
      if (!/^\+[1-9]\d{6,14}$/.test(input.to)) throw sendFailure('permanent', 'Not a phone number');
      if (!breaker.allows()) throw sendFailure('temporary', 'The SMS provider is away', { channelDown: true });
      try {
        const response = await post(config.sms, input, timeoutMs);
        breaker.success();
        return { response };
      } catch (error) {
        if (isSendFailure(error) && error.channelDown) breaker.failure();
        throw error;
      }
    },
  };
}

async function post(sms: Config['sms'], input: { key: string; to: string; text: string }, timeoutMs: number): Promise<string> {
  const headers: Record<string, string> = { 'Content-Type': 'application/json', 'Idempotency-Key': input.key };
  if (sms.token) headers.Authorization = `Bearer ${sms.token}`;
  const body = JSON.stringify({ to: input.to, text: input.text, sender: sms.sender, key: input.key });
  const answer = await fetch(sms.url, {
    method: 'POST',
    headers,
    body,
    redirect: 'error',
    signal: AbortSignal.timeout(timeoutMs),
  }).catch((error: unknown) => {
    throw unreached(error);
  });
  const text = (await answer.text().catch(() => '')).slice(0, MAX_ANSWER);
  if (answer.status === 429 || answer.status >= 500)
    throw sendFailure('temporary', `Provider answered ${answer.status}`, { channelDown: answer.status >= 500 });
  if (!answer.ok) throw sendFailure('permanent', `Provider answered ${answer.status}`);
  return accepted(text);
}

/** 200 alone proves nothing: providers answer 200 with an error inside, and proxies with a page. */
function accepted(text: string): string {
  let answer: unknown;
  try {
    answer = JSON.parse(text);
  } catch {
    throw sendFailure('temporary', 'Provider answered with something that is no JSON', { channelDown: true });
  }
  const fields = (typeof answer === 'object' && answer !== null ? answer : {}) as { error?: unknown; ok?: unknown; id?: unknown };
  if (fields.error || fields.ok === false) throw sendFailure('temporary', 'Provider refused in its answer');
  if (fields.ok !== true && fields.id === undefined) throw sendFailure('temporary', 'Provider answered in an unknown form');
  return String(fields.id ?? 'ok').slice(0, 200);
}

/** Refused before anything was sent, or silent after it: the second may have worked. */
function unreached(error: unknown) {
  const cause = (error as { cause?: { code?: string } }).cause?.code ?? '';
  const before = ['ECONNREFUSED', 'ENOTFOUND', 'EHOSTUNREACH', 'EAI_AGAIN', 'UND_ERR_CONNECT_TIMEOUT'].includes(cause);
  return sendFailure(before ? 'temporary' : 'in-doubt', cause || (error instanceof Error ? error.name : 'no answer'), {
    channelDown: true,
    cause: error,
  });
}
