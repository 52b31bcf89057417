// Layout of pages that stand alone: sign-in, consent, invitations.
import { Outlet } from '@remix-run/react';
import { HomeBar, SiteHeader } from '@zhkh/ui';
import { SiteFoot } from '../shell/site-foot.tsx';
import { usePortal } from '../shell/use-portal.ts';

export default function BareLayout() {
  const region = usePortal()?.region.name ?? '';
  return (
    <>
      <SiteHeader region={region} items={[]} />
      <HomeBar region={region} />
      <Outlet />
      <SiteFoot />
    </>
  );
}
