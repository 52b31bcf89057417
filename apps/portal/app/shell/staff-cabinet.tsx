// A cabinet of the portal with the sections of its area.
import { Outlet } from '@remix-run/react';
import { CabinetLayout, type NavItem } from '@zhkh/ui';
import { useTranslation } from 'react-i18next';
import type { StaffCard } from '../queries/staff-card.server.ts';
import { useNavigationOf } from './navigation.ts';
import { usePortal } from './use-portal.ts';

export function StaffCabinet({ area, card }: { area: 'company' | 'authority' | 'office'; card: StaffCard | null }) {
  const { t } = useTranslation('portal');
  const portal = usePortal();
  const items = useNavigationOf(area, card?.counts);
  const own = useOwnSections(area, card?.role);
  return (
    <CabinetLayout
      organisation={card?.organisation ?? ''}
      sub={t(`cabinet.${area}`)}
      home={portal?.cabinet ?? '/'}
      items={[...items, ...own]}
      person={card ? { name: card.person, role: t(`role.${card.role}`), to: '/me' } : undefined}
      signOutTo="/sign-out"
    >
      <Outlet />
    </CabinetLayout>
  );
}

/** Pages of the portal itself that stand in a cabinet, after those of the modules. */
function useOwnSections(area: 'company' | 'authority' | 'office', role: string | undefined): NavItem[] {
  const { t } = useTranslation('portal');
  const may = new Set(usePortal()?.may);
  const employees = { to: '/company/employees', label: t('nav.employees'), icon: 'people' };
  const settings = { to: '/office/settings', label: t('nav.settings'), icon: 'gear' };
  const roles = { to: '/office/roles', label: t('nav.roles'), icon: 'key' };
  if (area === 'company') return role === 'company-admin' ? [employees] : [];
  if (!may.has('platform.change-settings')) return [];
  if (area === 'authority') return [{ ...settings, label: t('nav.office') }];
  return [settings, roles, { to: '/authority', label: t('nav.authority'), icon: 'left' }];
}
