// The partner app: the HTML around every page, words, error pages.
import type { LinksFunction, MetaFunction } from '@remix-run/node';
import { Outlet, useRouteLoaderData } from '@remix-run/react';
import { AppDocument, RouteErrorPage, UiProvider } from '@zhkh/platform/ui';
import '@zhkh/platform/ui/look.css';
import { type ReactNode, useMemo } from 'react';
import { installedUi } from '../../../modules/installed.ui.ts';
import { loader as read } from './http.server.ts';

export const loader = read({ can: 'public' }, ({ control }) => ({
  locale: control.locale,
  now: control.clock.now().toISOString(),
}));

export const links: LinksFunction = () => [{ rel: 'icon', href: '/icon.svg', type: 'image/svg+xml' }];

export const meta: MetaFunction = () => [{ title: 'Цифровое ЖКХ. Кабинет партнёра' }];

export function Layout({ children }: { children: ReactNode }) {
  const root = useRouteLoaderData<typeof loader>('root');
  const ui = useMemo(
    () =>
      root && {
        locale: root.locale,
        now: root.now,
        zone: 'Europe/Moscow',
        modules: installedUi,
        on: installedUi.map(({ id }) => id),
      },
    [root],
  );
  return <AppDocument>{ui ? <UiProvider value={ui}>{children}</UiProvider> : children}</AppDocument>;
}

export default function Root() {
  return <Outlet />;
}

export function ErrorBoundary() {
  return <RouteErrorPage />;
}
