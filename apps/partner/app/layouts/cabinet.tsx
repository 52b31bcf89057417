// The partner's cabinet: side navigation, the business on the plate, the page.
import { Outlet, useLoaderData } from '@remix-run/react';
import { CabinetLayout } from '@zhkh/ui';
import { useTranslation } from 'react-i18next';
import { read } from '../http.server.ts';
import { partnerHome } from '../queries/partner-home.server.ts';

export const loader = read({ can: 'partner.read' }, async ({ control }) => {
  const { business, person } = await partnerHome(control);
  return { business, person };
});

const sections = [
  { to: '/', label: 'home', icon: 'home' },
  { to: '/profile', label: 'profile', icon: 'document' },
  { to: '/regions', label: 'regions', icon: 'map' },
] as const;

export default function CabinetPage() {
  const { t } = useTranslation('partner');
  const { business, person } = useLoaderData<typeof loader>();
  return (
    <CabinetLayout
      title={t('brand.name')}
      sub={t('brand.part')}
      organisation={business}
      items={sections.map((section) => ({ ...section, label: t(`nav.${section.label}`) }))}
      person={{ name: person, to: '/me' }}
      signOutTo="/sign-out"
    >
      <Outlet />
    </CabinetLayout>
  );
}
