// The foot of public pages: language, the door of staff, what the service is.
import { Form, Link, useLocation } from '@remix-run/react';
import { useUi } from '@zhkh/ui';
import { useTranslation } from 'react-i18next';
import { usePortal } from './use-portal.ts';

export function SiteFoot() {
  const { t } = useTranslation('portal');
  const portal = usePortal();
  return (
    <footer className="sitefoot">
      <div>
        <span>{t('foot.about', { region: portal?.region.name ?? '' })}</span>
        <Link to="/open-data">{t('foot.openData')}</Link>
        {portal?.who === 'anonymous' && <Link to="/staff/sign-in">{t('foot.staff')}</Link>}
        <LanguageSwitch />
      </div>
    </footer>
  );
}

export function LanguageSwitch() {
  const { t } = useTranslation('platform');
  const { locale } = useUi();
  const { pathname, search } = useLocation();
  const other = locale === 'ru' ? 'en' : 'ru';
  return (
    <Form method="post" action="/language" reloadDocument>
      <input type="hidden" name="back" value={pathname + search} />
      <button className="linkbtn" name="language" value={other} lang={other}>
        {t('language.switch')}
      </button>
    </Form>
  );
}
