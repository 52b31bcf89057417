// Takes away what sign-in no longer needs: dead sessions, old challenges, spent windows, people who withdrew.
// A daily job of every region.
import type { Context } from '../module/context.server.ts';
import { eraseWithdrawn } from './erase-withdrawn.server.ts';

export async function purgeAuth(ctx: Pick<Context, 'db' | 'write' | 'clock' | 'plugs'>): Promise<void> {
  const now = ctx.clock.now();
  const hourAgo = new Date(now.getTime() - 3_600_000);
  await ctx.db
    .deleteFrom('session')
    .where((eb) => eb.or([eb('expires_at', '<', now), eb('idle_until', '<', now)]))
    .execute();
  await ctx.db.deleteFrom('phone_challenge').where('expires_at', '<', hourAgo).execute();
  await ctx.db.deleteFrom('passkey_challenge').where('expires_at', '<', now).execute();
  await ctx.db.deleteFrom('password_reset').where('expires_at', '<', now).execute();
  await ctx.db.deleteFrom('auth_budget').where('ends_at', '<', now).execute();
  await eraseWithdrawn(ctx);
}
