// Shown by the service worker when there is no network.
import type { MetaFunction } from '@remix-run/node';
import { ErrorPage } from '@zhkh/ui';
import { loader as read } from '../http.server.ts';

export const loader = read({ can: 'public' }, ({ ctx }) => ({ title: ctx.t('platform:errorPage.offline.title') }));

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Offline() {
  return <ErrorPage status="offline" />;
}
