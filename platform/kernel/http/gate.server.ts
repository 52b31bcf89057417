// Room three: may this actor open this door at all? Runs in every loader and action, before any input is read.
import { redirect } from '@remix-run/node';
import { localPath, withNext as linkWithNext } from '../auth/next-path.ts';
import { forbidden, notFound } from '../errors/index.ts';
import type { Context } from '../module/context.server.ts';
import type { AppName } from '../module/define-ui.ts';
import type { ControlContext } from './load-context.server.ts';

/** Throws the refusal or the redirect; returns when the door is open. */
export function gateRegion(ctx: Context, module: string, can: string, app: AppName, request: Request): void {
  if (module !== 'platform' && !ctx.modules.has(module)) throw notFound();
  if (can === 'public') return;
  const { actor } = ctx;
  if (can === 'signed-in' ? actor.kind !== 'anonymous' : ctx.ability.permissions.has(can)) return;
  if (actor.kind === 'anonymous') throw redirect(withNext(signInPath(app, request), request));
  if (actor.kind === 'resident' && !actor.consented) throw redirect(withNext('/consent', request));
  throw forbidden();
}

export function gateControl(control: ControlContext, can: string, request: Request): void {
  if (can === 'public') return;
  const signedIn = control.actor.kind !== 'anonymous';
  if (can === 'signed-in' ? signedIn : control.permissions.has(can)) return;
  if (!signedIn) throw redirect(withNext('/sign-in', request));
  throw forbidden();
}

/** Cabinets of organisations are entered by the staff door. */
function signInPath(app: AppName, request: Request): string {
  const { pathname } = new URL(request.url);
  return app === 'portal' && /^\/(company|authority|office)(\/|$)/.test(pathname) ? '/staff/sign-in' : '/sign-in';
}

function withNext(path: string, request: Request): string {
  const url = new URL(request.url);
  return linkWithNext(path, localPath(url.pathname + url.search));
}
