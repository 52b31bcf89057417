// The rooms of a region's registers, the same on each of their pages.
import { useLocation } from '@remix-run/react';
import { Tabs } from '@zhkh/ui';
import { useTranslation } from 'react-i18next';

export function ImportsTabs({ slug, late }: { slug: string; late?: number }) {
  const { t } = useTranslation('directory');
  const { pathname } = useLocation();
  const home = `/regions/${slug}/imports`;
  const rooms = [
    { to: home, label: t('imports.tab') },
    { to: `${home}/schedule`, label: t('schedule.title'), ...(late !== undefined && { count: late, late: true }) },
    { to: `${home}/exchange`, label: t('exchange.title') },
    { to: `${home}/matches`, label: t('matches.title') },
    { to: `${home}/templates`, label: t('templates.title') },
    { to: `${home}/profiles`, label: t('profiles.title') },
  ];
  return <Tabs label={t('imports.title')} tabs={rooms.map((room) => ({ ...room, current: pathname === room.to }))} />;
}
