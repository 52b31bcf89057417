// Queues and states a list may be narrowed to: plain values, so that pages in the browser carry no schema.
export const inboxTabs = ['active', 'late', 'waiting', 'closed'] as const;
export type InboxTab = (typeof inboxTabs)[number];

export const authorityStates = ['late', 'company', 'resident', 'authority', 'closed', 'undelivered'] as const;
