// Signing out: the session ends on the server first, then the cookie goes. A GET changes nothing.
import { redirect } from '@remix-run/node';
import { clearCookie, endSession } from '@zhkh/kernel/auth.server';
import { z } from 'zod';
import { change, read } from '../../http.server.ts';
import { withCookies } from '../../with-cookies.ts';

export const loader = read({ can: 'public' }, () => redirect('/'));

export const action = change({ can: 'public', form: z.strictObject({}) }, async ({ ctx, runtime, request }) => {
  const ended = await endSession(ctx, runtime, request);
  return redirect('/', withCookies(ended, clearCookie(runtime, 'portal', 'step')));
});
