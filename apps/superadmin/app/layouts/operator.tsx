// The cabinet of operators: side navigation, who is on duty, the page.
// Every page under it asks for its own right again.
import { Outlet, useLoaderData } from '@remix-run/react';
import { CabinetLayout } from '@zhkh/ui';
import { useTranslation } from 'react-i18next';
import { read } from '../http.server.ts';
import { operatorOnDuty } from '../queries/operator-on-duty.server.ts';

export const loader = read({ can: 'platform.observe' }, ({ control }) => operatorOnDuty(control));

const sections = [
  { to: '/', label: 'regions', icon: 'map' },
  { to: '/modules', label: 'modules', icon: 'gear' },
  { to: '/failures', label: 'failures', icon: 'triangle' },
  { to: '/queues', label: 'queues', icon: 'refresh' },
  { to: '/journal', label: 'journal', icon: 'document' },
] as const;

export default function OperatorLayout() {
  const { t } = useTranslation('superadmin');
  const { name, role, regions } = useLoaderData<typeof loader>();
  return (
    <CabinetLayout
      title={t('brand.name')}
      sub={t('brand.part')}
      organisation={t('brand.plate')}
      items={sections.map((section) => ({
        ...section,
        label: t(`nav.${section.label}`),
        count: section.to === '/' ? regions : undefined,
      }))}
      person={{ name: t('nav.on-duty', { name }), role: t(`nav.role.${role}`), to: '/me' }}
      signOutTo="/sign-out"
    >
      <Outlet />
    </CabinetLayout>
  );
}
