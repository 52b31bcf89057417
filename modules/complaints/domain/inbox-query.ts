// The inbox's state as a query string: one schema for the list page and the page with a complaint beside it.
import { z } from 'zod';
import { authorityStates, inboxTabs } from './list-choices.ts';

export const inboxQuery = z.strictObject({
  tab: z.enum(inboxTabs).default('active'),
  q: z.string().max(200).default(''),
  house: z.union([z.uuid(), z.literal('')]).default(''),
  performer: z.string().max(80).default(''),
  sort: z.enum(['due', '-due', 'filed', '-filed']).default('due'),
  page: z.coerce.number().int().min(1).max(1000).default(1),
});

export type InboxFilter = z.output<typeof inboxQuery>;

export const authorityQuery = z.strictObject({
  q: z.string().max(200).default(''),
  state: z.union([z.enum(authorityStates), z.literal('')]).default(''),
  company: z.union([z.uuid(), z.literal('')]).default(''),
  group: z.string().max(40).default(''),
  page: z.coerce.number().int().min(1).max(1000).default(1),
});

export type AuthorityFilter = z.output<typeof authorityQuery>;
