// Bars around public and resident pages: on phones a top bar and tabs, on wide screens a site header.
import { Outlet, useMatches } from '@remix-run/react';
import { ButtonLink, HomeBar, IconLink, type NavItem, type PageHandle, SiteHeader, TabBar } from '@zhkh/ui';
import { useTranslation } from 'react-i18next';
import { useNavigationOf } from './navigation.ts';
import { SiteFoot } from './site-foot.tsx';
import { usePortal } from './use-portal.ts';

export function PortalFrame() {
  const { t } = useTranslation('portal');
  const portal = usePortal();
  const resident = portal?.who === 'resident';
  const chrome = useChrome();
  const own = useNavigationOf('resident');
  const open = useNavigationOf('public');
  const home: NavItem = { to: '/', label: t('nav.home'), icon: 'home' };
  const items = resident ? [home, ...own] : open;
  const region = portal?.region.name ?? '';
  const tabs = resident && chrome !== 'step';
  return (
    <div className={tabs ? 'has-tabs' : undefined}>
      <SiteHeader region={region} items={items} end={<Who />} />
      {chrome === 'home' && <HomeBar region={region} end={<Who />} />}
      <Outlet />
      {chrome !== 'step' && <SiteFoot />}
      {tabs && <TabBar items={items} />}
    </div>
  );
}

function useChrome(): NonNullable<PageHandle['chrome']> {
  const handles = useMatches().map((match) => match.handle as PageHandle | undefined);
  return handles.findLast((handle) => handle?.chrome)?.chrome ?? 'home';
}

function Who() {
  const { t } = useTranslation('portal');
  const portal = usePortal();
  if (portal?.who === 'resident') return <IconLink icon="person" label={t('platform:me')} to="/me" />;
  if (portal?.cabinet)
    return (
      <ButtonLink size="s" to={portal.cabinet}>
        {t('platform:toCabinet')}
      </ButtonLink>
    );
  return (
    <ButtonLink size="s" to="/sign-in">
      {t('platform:signIn')}
    </ButtonLink>
  );
}
