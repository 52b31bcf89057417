// Sections of an area: entries of the modules that are on, seen by those who may open them.
import type { Area } from '@zhkh/kernel/module';
import { type NavItem, useUi } from '@zhkh/ui';
import type { NavCounts } from '@zhkh/ui/app-slots';
import { useTranslation } from 'react-i18next';
import { usePortal } from './use-portal.ts';

export function useNavigationOf(area: Area, counts: NavCounts = {}): NavItem[] {
  const { t } = useTranslation('portal');
  const { modules } = useUi();
  const may = new Set(usePortal()?.may);
  return modules
    .flatMap((module) =>
      module.nav.map((entry) => ({ ...entry, label: entry.label.includes(':') ? entry.label : `${module.id}:${entry.label}` })),
    )
    .filter((entry) => entry.app === 'portal' && entry.area === area && (!entry.can || may.has(entry.can)))
    .sort((a, b) => a.order - b.order)
    .map(({ to, label, icon }) => ({ to, label: t(label), icon, count: counts[to]?.count, late: isAllLate(counts[to]) }));
}

/** Red only where every one of the counted is overdue: otherwise the number would say more than there is. */
const isAllLate = (counted: NavCounts[string] | undefined) =>
  counted !== undefined && counted.count > 0 && counted.late === counted.count;
