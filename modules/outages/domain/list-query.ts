// The list's state as a query string, for company and authority alike.
import { z } from 'zod';
import { kinds } from './phase.ts';
import { serviceCodes } from './services.ts';

export const tabs = ['now', 'planned', 'past'] as const;
export type Tab = (typeof tabs)[number];

export const listQuery = z.strictObject({
  tab: z.enum(tabs).default('now'),
  q: z.string().max(200).default(''),
  service: z.union([z.enum(serviceCodes), z.literal('')]).default(''),
  kind: z.union([z.enum(kinds), z.literal('')]).default(''),
  company: z.union([z.uuid(), z.literal('')]).default(''),
  page: z.coerce.number().int().min(1).max(1000).default(1),
});

export type ListFilter = z.output<typeof listQuery>;

/** Rows on a page of the list. */
export const PAGE_SIZE = 20;
