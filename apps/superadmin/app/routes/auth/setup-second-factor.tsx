// First sign-in ends here: nothing opens before the second step is on.
import { pageTitle } from '@zhkh/ui';
import { SetupSecondFactorPage } from '@zhkh/ui/control-pages';
import { pages } from '../../control-pages.server.ts';

export const loader = pages.setupSecondFactor.loader;
export const action = pages.setupSecondFactor.action;
export const meta = pageTitle;
export default SetupSecondFactorPage;
