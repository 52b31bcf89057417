// Signing out: the session ends on the server first, then the cookie goes. A GET changes nothing.
import { redirect } from '@remix-run/node';
import { endControlSession } from '@zhkh/platform/auth.server';
import { z } from 'zod';
import { action as change, loader as read } from '../../http.server.ts';

export const loader = read({ can: 'public' }, () => redirect('/'));

export const action = change({ can: 'public', form: z.strictObject({}) }, async ({ runtime, request }) =>
  redirect('/sign-in', { headers: { 'Set-Cookie': await endControlSession(runtime, 'partner', request) } }),
);
