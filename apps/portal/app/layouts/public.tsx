// Layout of pages open to everybody.
export { PortalFrame as default } from '../shell/portal-frame.tsx';
