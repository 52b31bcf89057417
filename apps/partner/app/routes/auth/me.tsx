// The profile of who is signed in here: sessions, passkeys, signing out.
import { pageTitle } from '@zhkh/ui';
import { MePage } from '@zhkh/ui/control-pages';
import { pages } from '../../control-pages.server.ts';

export const loader = pages.me.loader;
export const action = pages.me.action;
export const meta = pageTitle;
export default MePage;
