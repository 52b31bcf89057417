// The pages of a region's imports as tabs, over the directory's own among them.
import { useLocation } from '@remix-run/react';
import type { ImportsPage } from '@zhkh/imports';
import { Tabs } from '@zhkh/ui';
import { useTranslation } from 'react-i18next';

export function ImportsTabs({ slug, pages }: { slug: string; pages: readonly ImportsPage[] }) {
  const { t } = useTranslation('directory');
  const { pathname } = useLocation();
  const home = `/regions/${slug}/imports`;
  const tabs = pages.map(({ path, title }) => ({ to: path ? `${home}/${path}` : home, label: t(title) }));
  return <Tabs label={t('imports:runs.title')} tabs={tabs.map((tab) => ({ ...tab, current: pathname === tab.to }))} />;
}
