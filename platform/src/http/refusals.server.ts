// Refusals as thrown responses: the same for documents, data requests, resource routes and actions.
import type { AppError } from '../errors/index.ts';

type Translate = (key: string, params?: Record<string, string | number>) => string;

/** Read by the error pages: `code` for machines, `message` for people. */
export interface RefusalBody {
  code: string;
  message: string;
}

/** `complaints.too-late` → `complaints:errors.too-late`. */
export function errorKey(code: string): string {
  const dot = code.indexOf('.');
  return dot < 0 ? `platform:errors.${code}` : `${code.slice(0, dot)}:errors.${code.slice(dot + 1)}`;
}

export function refusal(
  status: number,
  code: string,
  t: Translate,
  extra: { params?: Record<string, string | number>; headers?: Record<string, string> } = {},
): Response {
  const body: RefusalBody = { code, message: t(errorKey(code), extra.params) };
  return new Response(JSON.stringify(body), {
    status,
    headers: { 'Content-Type': 'application/json; charset=utf-8', 'Cache-Control': 'no-store', ...extra.headers },
  });
}

export const badRequest = (t: Translate) => refusal(400, 'platform.bad-request', t);

export function refusalOf(error: AppError, t: Translate): Response {
  const headers = error.kind === 'unavailable' ? { 'Retry-After': String(RETRY_AFTER) } : undefined;
  return refusal(error.status, error.code, t, { params: error.params, headers });
}

/** Seconds a person or a client is asked to wait when nothing was saved. */
export const RETRY_AFTER = 5;
