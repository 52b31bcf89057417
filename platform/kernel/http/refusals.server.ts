// Refusals as thrown responses: the same for documents, data requests, resource routes and actions.
import { type AppError, errorKey } from '../errors/index.ts';
import type { Translate } from '../i18n/locale.ts';

/** Read by the error pages: `code` for machines, `message` for people. */
export interface RefusalBody {
  code: string;
  message: string;
  /** For a call to support: leads to the lines of the log. */
  requestId?: string;
}

export interface RefusalFacts {
  t: Translate;
  requestId: string;
}

export function refusal(
  status: number,
  code: string,
  { t, requestId }: RefusalFacts,
  params?: Record<string, string | number>,
): Response {
  const body: RefusalBody = { code, message: t(errorKey(code), params), requestId };
  const headers: Record<string, string> = { 'Content-Type': 'application/json; charset=utf-8', 'Cache-Control': 'no-store' };
  if (status === 503) headers['Retry-After'] = String(RETRY_AFTER);
  return new Response(JSON.stringify(body), { status, headers });
}

export function refusalOf(error: AppError, facts: RefusalFacts): Response {
  return refusal(error.status, error.code, facts, error.params);
}

/** Seconds a person or a client is asked to wait when nothing was saved. */
export const RETRY_AFTER = 5;
