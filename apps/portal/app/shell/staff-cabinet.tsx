// A cabinet of the portal with the sections of its area.
import { Outlet } from '@remix-run/react';
import { CabinetLayout } from '@zhkh/ui';
import { useTranslation } from 'react-i18next';
import type { StaffCard } from '../queries/staff-card.server.ts';
import { useNavigationOf } from './navigation.ts';
import { usePortal } from './use-portal.ts';

export function StaffCabinet({ area, card }: { area: 'company' | 'authority' | 'office'; card: StaffCard | null }) {
  const { t } = useTranslation('portal');
  const portal = usePortal();
  const items = useNavigationOf(area, card?.counts);
  const own =
    area === 'company' && card?.role === 'company-admin'
      ? [{ to: '/company/employees', label: t('nav.employees'), icon: 'people' }]
      : [];
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
