// The portal of one region: the HTML around every page, its brand, words and error pages.
import type { LinksFunction } from '@remix-run/node';
import { Outlet } from '@remix-run/react';
import { AppDocument, HomeBar, pageTitle, RouteErrorPage, SiteHeader, UiProvider } from '@zhkh/ui';
import '@zhkh/ui/look.css';
import { type ReactNode, useMemo } from 'react';
import { installedUi } from '../../../modules/installed.ui.ts';
import { read } from './http.server.ts';
import { portalData } from './shell/portal-data.server.ts';
import { usePortal } from './shell/use-portal.ts';

export const loader = read({ can: 'public' }, ({ ctx }) => portalData(ctx));

export const links: LinksFunction = () => [
  { rel: 'icon', href: '/icon.svg', type: 'image/svg+xml' },
  { rel: 'apple-touch-icon', href: '/icon-180.png' },
  { rel: 'manifest', href: '/manifest.webmanifest' },
];

export const meta = pageTitle;

export function Layout({ children }: { children: ReactNode }) {
  const portal = usePortal();
  const ui = useMemo(
    () =>
      portal && {
        locale: portal.locale,
        zone: portal.zone,
        now: portal.now,
        on: portal.on,
        modules: installedUi.filter(({ id }) => portal.on.includes(id)),
      },
    [portal],
  );
  const page = ui ? <UiProvider value={ui}>{children}</UiProvider> : children;
  return <AppDocument brand={portal?.region}>{page}</AppDocument>;
}

export default function Root() {
  return <Outlet />;
}

export function ErrorBoundary() {
  const portal = usePortal();
  return (
    <>
      <SiteHeader region={portal?.region.name ?? ''} items={[]} />
      <HomeBar region={portal?.region.name ?? ''} />
      <RouteErrorPage home={portal?.cabinet ?? '/'} />
    </>
  );
}
