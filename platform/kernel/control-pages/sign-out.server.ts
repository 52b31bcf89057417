// Signing out: the session ends on the server first, then the cookie goes. A GET changes nothing.
import { redirect } from '@remix-run/node';
import { z } from 'zod';
import { endControlSession } from '../auth/index.server.ts';
import type { ControlPageOf } from './control-page.server.ts';

export function signOutPage({ app, read, change }: ControlPageOf) {
  return {
    loader: read({ can: 'public' }, () => redirect('/')),
    action: change({ can: 'public', form: z.strictObject({}) }, async ({ runtime, request }) =>
      redirect('/sign-in', { headers: { 'Set-Cookie': await endControlSession(runtime, app, request) } }),
    ),
  };
}
