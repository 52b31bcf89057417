// Server door of the pages that both apps above the regions have: sign-in, second step, profile, the root.
import type { ControlRequest } from '../auth/index.server.ts';
import { forApp } from '../http/index.server.ts';
import { mePage } from './me.server.ts';
import { rootPage } from './root.server.ts';
import { secondFactorPage } from './second-factor.server.ts';
import { setupSecondFactorPage } from './setup-second-factor.server.ts';
import { signInPage } from './sign-in.server.ts';
import { signOutPage } from './sign-out.server.ts';

export type { mePage, rootPage, secondFactorPage, setupSecondFactorPage, signInPage };

/** `export const pages = controlPages('partner', 'auth:staff.partner-title')`; a route takes its loader and action from here. */
export function controlPages(app: ControlRequest['app'], signInTitle: string) {
  const { read, change } = forApp(app);
  const of = { app, read, change, signInTitle };
  return {
    root: rootPage(of),
    signIn: signInPage(of),
    secondFactor: secondFactorPage(of),
    setupSecondFactor: setupSecondFactorPage(of),
    me: mePage(of),
    signOut: signOutPage(of),
  };
}
