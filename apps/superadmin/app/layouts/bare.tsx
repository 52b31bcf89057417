// Layout of the sign-in pages: whose door this is, and the page.
import { Outlet } from '@remix-run/react';
import { Mark } from '@zhkh/platform/ui';
import { useTranslation } from 'react-i18next';

export default function BareLayout() {
  const { t } = useTranslation('superadmin');
  return (
    <>
      <header className="topbar">
        <Mark title={t('brand.name')} sub={t('brand.part')} />
      </header>
      <Outlet />
    </>
  );
}
