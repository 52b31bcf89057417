// One entry of navigation, ready to draw; and which of them is the page's own.
export interface NavItem {
  to: string;
  label: string;
  icon: string;
  count?: number;
  late?: boolean;
}

/** The longest entry whose path starts the page's path; `/` only for itself. */
export function currentOf(items: readonly NavItem[], pathname: string): NavItem | undefined {
  return items
    .filter((item) => (item.to === '/' ? pathname === '/' : pathname === item.to || pathname.startsWith(`${item.to}/`)))
    .sort((a, b) => b.to.length - a.to.length)[0];
}
