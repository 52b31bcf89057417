// The profile of who is signed in here: sessions, passkeys, signing out.
import { MePage, titled } from '@zhkh/ui/control-pages';
import { pages } from '../../control-pages.server.ts';

export const loader = pages.me.loader;
export const action = pages.me.action;
export const meta = titled;
export default MePage;
