// The pages of a region's imports as tabs, the same on each of them.
import { useLocation } from '@remix-run/react';
import { Tabs } from '@zhkh/ui';
import { useTranslation } from 'react-i18next';
import type { ImportsPage } from '../contract.ts';

interface ImportsTabsProps {
  slug: string;
  pages: readonly ImportsPage[];
  /** Sources that are stale. */
  late?: number;
}

export function ImportsTabs({ slug, pages, late }: ImportsTabsProps) {
  const { t } = useTranslation('imports');
  const { pathname } = useLocation();
  const home = `/regions/${slug}/imports`;
  const tabs = pages.map(({ path, title }) => ({
    to: path ? `${home}/${path}` : home,
    label: t(title),
    ...(path === 'schedule' && late !== undefined && { count: late, late: true }),
  }));
  return <Tabs label={t('runs.title')} tabs={tabs.map((tab) => ({ ...tab, current: pathname === tab.to }))} />;
}
