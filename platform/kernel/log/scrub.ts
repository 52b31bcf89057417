// Takes personal data and secrets out of whatever is about to be logged.
const SECRET_KEYS =
  /^(phone|e-?mail|to|from|text|body|html|subject|comment|message_?text|code|otp|password|passwd|token|secret|cookie|set-cookie|authorization|api-?key|flat|full_?name|login|address_?line|lat|lon|ip)$/i;
const SECRET_ENDINGS = /(phone|email|password|token|secret|cookie|code_hash)$/i;
const EMAIL = /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu;
/** Russian numbers however they are written; a uuid or a long number is no phone. */
const PHONE = /(?<![\w:,[-])(?:\+7|[78])[\s(-]*\d{3}[\s)-]*\d{3}[\s-]*\d{2}[\s-]*\d{2}(?![\w-])/g;
const URL_CREDENTIALS = /(\b[a-z][a-z0-9+.-]*:\/\/)[^/\s:@]+:[^/\s@]+@/gi;
const MAX_DEPTH = 6;

export const MASK = '[hidden]';

/** In a sentence: addresses of mail, phones, logins inside URLs. */
export function scrubText(text: string): string {
  return text.replace(URL_CREDENTIALS, `$1${MASK}@`).replace(EMAIL, MASK).replace(PHONE, MASK);
}

/** In a structure: the same, and every field whose name tells it holds something private. */
export function scrub(value: unknown, depth = 0): unknown {
  if (typeof value === 'string') return scrubText(value);
  if (value === null || typeof value !== 'object') return value;
  if (depth >= MAX_DEPTH) return '[deep]';
  if (value instanceof Date || value instanceof Error || ArrayBuffer.isView(value))
    return ArrayBuffer.isView(value) ? '[bytes]' : value;
  if (Array.isArray(value)) return value.map((item) => scrub(item, depth + 1));
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, isSecret(key, item) ? MASK : scrub(item, depth + 1)]),
  );
}

function isSecret(key: string, value: unknown): boolean {
  if (value === null || value === undefined || typeof value === 'boolean') return false;
  return (SECRET_KEYS.test(key) && !isReason(key, value)) || SECRET_ENDINGS.test(key);
}

/** `code: 'complaints.not-yours'` and SQLSTATE are reasons, not secrets; a bare number is a one-time code. */
function isReason(key: string, value: unknown): boolean {
  return (
    key === 'code' &&
    typeof value === 'string' &&
    /^([a-z][\w-]*\.[\w.-]+|[0-9A-Z]{5}|E[A-Z_]+|ERR_[A-Z_]+)$/.test(value) &&
    !/^\d{4,8}$/.test(value)
  );
}
