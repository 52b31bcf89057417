// What a new region is made of; shared by the form and the command. Messages are keys of the app's words.
import { z } from 'zod';

const slug = /^[a-z][a-z0-9-]{1,23}$/;
const host = /^(?=.{1,253}$)[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*(:\d{2,5})?$/;

export const zones = [
  'Europe/Kaliningrad',
  'Europe/Moscow',
  'Europe/Samara',
  'Asia/Yekaterinburg',
  'Asia/Omsk',
  'Asia/Krasnoyarsk',
  'Asia/Novosibirsk',
  'Asia/Irkutsk',
  'Asia/Yakutsk',
  'Asia/Vladivostok',
  'Asia/Magadan',
  'Asia/Kamchatka',
] as const;

const number = (max: number, message: string) =>
  z
    .string(message)
    .trim()
    .transform((text) => Number(text.replace(',', '.')))
    .refine((value) => Number.isFinite(value) && value >= 0 && value <= max, message);

export const regionInput = z.strictObject({
  slug: z.string('superadmin:new.wrong-slug').trim().regex(slug, 'superadmin:new.wrong-slug'),
  name: z.string('superadmin:new.required').trim().min(1, 'superadmin:new.required').max(120),
  nameEn: z.string('superadmin:new.required').trim().min(1, 'superadmin:new.required').max(120),
  subjectCode: z
    .string('superadmin:new.wrong-subject')
    .trim()
    .regex(/^\d{2}$/, 'superadmin:new.wrong-subject'),
  timeZone: z.enum(zones, 'superadmin:new.wrong-zone'),
  /** Checked against the table of plans by the command. */
  plan: z.string('superadmin:new.required').regex(/^[a-z-]{1,40}$/),
  hue: number(360, 'superadmin:new.wrong-hue'),
  /** Above this white letters on the plate lose their contrast (look.md §2). */
  chroma: number(0.13, 'superadmin:new.wrong-chroma'),
  hosts: z
    .string()
    .max(2000)
    .default('')
    .transform((text) => text.split(/\s+/).filter(Boolean))
    .pipe(z.array(z.string().regex(host, 'superadmin:new.wrong-host')).max(10)),
});

export type RegionInput = z.output<typeof regionInput>;
