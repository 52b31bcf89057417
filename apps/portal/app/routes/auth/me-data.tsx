// A copy of what the region keeps about the signed-in person, as a file (152-ФЗ art. 14).
import { exportAccount } from '@zhkh/kernel/auth.server';
import { forbidden } from '@zhkh/kernel/errors';
import { read } from '../../http.server.ts';

export const loader = read({ can: 'signed-in' }, async ({ ctx }) => {
  if (ctx.actor.kind !== 'resident' && ctx.actor.kind !== 'staff') throw forbidden();
  const copy = await exportAccount(ctx, ctx.actor.accountId);
  return new Response(JSON.stringify(copy, null, 2), {
    headers: {
      'Content-Type': 'application/json; charset=utf-8',
      'Content-Disposition': 'attachment; filename="my-data.json"',
      'Cache-Control': 'no-store',
    },
  });
});
