// The second step. Only a browser that has just given the password gets here.
import { SecondFactorPage, titled } from '@zhkh/ui/control-pages';
import { pages } from '../../control-pages.server.ts';

export const loader = pages.secondFactor.loader;
export const action = pages.secondFactor.action;
export const meta = titled;
export default SecondFactorPage;
