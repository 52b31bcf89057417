// The switch of the language: remembers the choice in a cookie and goes back to the page.
import { redirect } from '@remix-run/node';
import { localPath } from '@zhkh/kernel/http.server';
import { localeCookie, locales } from '@zhkh/kernel/i18n';
import { z } from 'zod';
import { change } from '../http.server.ts';

const form = z.strictObject({ language: z.enum(locales), back: z.string().max(2000).default('/') });

export const action = change({ can: 'public', form }, ({ form: { language, back } }) =>
  redirect(localPath(back) ?? '/', { headers: { 'Set-Cookie': localeCookie(language) } }),
);
