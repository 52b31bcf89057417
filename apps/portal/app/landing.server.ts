// Where somebody of an organisation begins when nothing else was asked for.
import { localPath, membershipsOf } from '@zhkh/kernel/auth.server';
import type { Context } from '@zhkh/kernel/module.server';

export async function landing(ctx: Pick<Context, 'db'>, accountId: string, next: string): Promise<string> {
  const path = localPath(next);
  if (path !== '/') return path;
  const [membership] = await membershipsOf(ctx.db, accountId);
  return membership?.organisationKind === 'authority' ? '/authority' : '/company/inbox';
}
