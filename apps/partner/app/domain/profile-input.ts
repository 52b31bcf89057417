// What a partner business tells of itself; shared by the form and the command. Messages are keys of the app's words.
import { z } from 'zod';
import { isInn } from '@zhkh/kernel/checks';

const required = (max: number) =>
  z.string('partner:profile.required').trim().min(1, 'partner:profile.required').max(max, 'partner:profile.too-long');

export const profileInput = z.strictObject({
  name: required(120),
  inn: z
    .string('partner:profile.required')
    .transform((text) => text.replace(/\s/g, ''))
    .refine(isInn, 'partner:profile.wrong-inn'),
  address: required(200),
  phone: z
    .string('partner:profile.required')
    .transform((text) =>
      text
        .replace(/[^\d+]/g, '')
        .replace(/^8(?=\d{10}$)/, '+7')
        .replace(/^7(?=\d{10}$)/, '+7'),
    )
    .refine((phone) => /^\+7\d{10}$/.test(phone), 'partner:profile.wrong-phone'),
  openingHours: z.string().trim().max(200, 'partner:profile.too-long').default(''),
  about: z.string().trim().max(500, 'partner:profile.too-long').default(''),
});

export type ProfileInput = z.output<typeof profileInput>;

export const regionsInput = z.strictObject({
  regions: z
    .array(z.string().regex(/^[a-z][a-z0-9-]{1,30}$/))
    .max(100)
    .default([]),
});
