// Signing out. It has no page.
import { pages } from '../../control-pages.server.ts';

export const loader = pages.signOut.loader;
export const action = pages.signOut.action;
