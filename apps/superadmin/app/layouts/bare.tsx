// Layout of the sign-in pages: whose door this is, and the page.
import { Outlet } from '@remix-run/react';
import { HomeBar, SiteHeader } from '@zhkh/ui';
import { useTranslation } from 'react-i18next';

export default function BareLayout() {
  const { t } = useTranslation('superadmin');
  return (
    <>
      <SiteHeader region={t('brand.part')} items={[]} />
      <HomeBar region={t('brand.part')} />
      <Outlet />
    </>
  );
}
