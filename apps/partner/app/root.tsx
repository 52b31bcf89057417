// The partner app: the HTML around every page, words, error pages.
import type { LinksFunction } from '@remix-run/node';
import { Outlet } from '@remix-run/react';
import { ControlDocument } from '@zhkh/ui/control-pages';
import { pageTitle, RouteErrorPage } from '@zhkh/ui';
import '@zhkh/ui/look.css';
import type { ReactNode } from 'react';
import { installedUi } from '../../../modules/installed.ui.ts';
import { pages } from './control-pages.server.ts';

export const loader = pages.root.loader;

export const links: LinksFunction = () => [{ rel: 'icon', href: '/icon.svg', type: 'image/svg+xml' }];

export const meta = pageTitle;

export function Layout({ children }: { children: ReactNode }) {
  return <ControlDocument modules={installedUi}>{children}</ControlDocument>;
}

export default Outlet;

export const ErrorBoundary = RouteErrorPage;
