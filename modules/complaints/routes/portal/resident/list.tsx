// All complaints of the resident.
import { useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { PAGE_SIZE } from '../../../domain/limits.ts';
import { loader as read } from '../../../http.server.ts';
import { myComplaints } from '../../../queries/my-complaints.server.ts';
import { MyComplaintsPage } from '../../../ui/my-complaints-page.tsx';
import { titleMeta } from '../../../ui/title-meta.ts';

const query = z.strictObject({ page: z.coerce.number().int().min(1).max(1000).default(1) });

export const meta = titleMeta;

export const loader = read({ can: 'complaints.read-own', query }, async ({ ctx, query: { page } }) => ({
  title: ctx.t('complaints:list.title'),
  page,
  size: PAGE_SIZE,
  ...(await myComplaints(ctx, { page, size: PAGE_SIZE })),
}));

export default function MyComplaintsRoute() {
  return <MyComplaintsPage {...useLoaderData<typeof loader>()} />;
}
