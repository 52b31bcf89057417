// The second step. Only a browser that has just given the password gets here.
import { pageTitle } from '@zhkh/ui';
import { SecondFactorPage } from '@zhkh/ui/control-pages';
import { pages } from '../../control-pages.server.ts';

export const loader = pages.secondFactor.loader;
export const action = pages.secondFactor.action;
export const meta = pageTitle;
export default SecondFactorPage;
