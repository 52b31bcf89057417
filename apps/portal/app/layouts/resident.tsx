// Layout of a resident's pages.
export { PortalFrame as default } from '../shell/portal-frame.tsx';
