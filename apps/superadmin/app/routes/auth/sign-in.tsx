// Operators sign in: e-mail and password, then the second step; or a passkey.
import { pageTitle } from '@zhkh/ui';
import { SignInPage } from '@zhkh/ui/control-pages';
import { pages } from '../../control-pages.server.ts';

export const loader = pages.signIn.loader;
export const action = pages.signIn.action;
export const meta = pageTitle;
export default SignInPage;
