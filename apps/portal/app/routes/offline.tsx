// Shown by the service worker when there is no network.
import { ErrorPage, pageTitle } from '@zhkh/ui';
import { read } from '../http.server.ts';

export const loader = read({ can: 'public' }, ({ ctx }) => ({ title: ctx.t('platform:errorPage.offline.title') }));

export const meta = pageTitle;

export default function Offline() {
  return <ErrorPage status="offline" />;
}
