// Names of the tabs and states lists are filtered by: the browser knows these and not the schemas.
export const inboxTabs = ['active', 'late', 'waiting', 'closed'] as const;
export type InboxTab = (typeof inboxTabs)[number];

export const authorityStates = ['late', 'company', 'resident', 'authority', 'closed', 'undelivered'] as const;
