// Forms of the sign-in steps: the same fields in all three apps.
import { z } from 'zod';

export const nextField = z.string().max(500).default('/');
const passkey = z.strictObject({ answer: z.string().max(20_000), next: nextField });
const code = z.strictObject({ code: z.string().max(200), next: nextField });

export const passwordForms = {
  password: z.strictObject({ email: z.string().max(300), password: z.string().max(500), next: nextField }),
  'passkey-options': z.strictObject({}),
  passkey,
};

export const factorForms = {
  totp: code,
  recovery: z.strictObject({ recovery: z.string().max(200), next: nextField }),
  'passkey-options': z.strictObject({}),
  passkey,
};

export const setupForms = { totp: code, 'passkey-options': z.strictObject({}), passkey };

/** Sessions and passkeys of a profile. */
export const securityForms = {
  'end-session': z.strictObject({ session: z.uuid() }),
  'end-others': z.strictObject({}),
  'passkey-options': z.strictObject({}),
  passkey: z.strictObject({ answer: z.string().max(20_000) }),
  'remove-passkey': z.strictObject({ key: z.string().max(1400) }),
};
