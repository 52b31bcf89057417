// The root's data for any component of the portal.
import { useRouteLoaderData } from '@remix-run/react';
import type { PortalData } from './portal-data.server.ts';

/** Undefined only while an error of the root itself is shown. */
export function usePortal(): PortalData | undefined {
  return useRouteLoaderData<PortalData>('root');
}
