// All complaints of the resident.
import { useLoaderData } from '@remix-run/react';
import { pageTitle } from '@zhkh/ui';
import { z } from 'zod';
import { PAGE_SIZE } from '../../../domain/limits.ts';
import { read } from '../../../http.server.ts';
import { myComplaints } from '../../../queries/my-complaints.server.ts';
import { MyComplaintsPage } from '../../../ui/my-complaints-page.tsx';

const query = z.strictObject({ page: z.coerce.number().int().min(1).max(1000).default(1) });

export const meta = pageTitle;

export const loader = read({ can: 'complaints.read-own', query }, async ({ ctx, query: { page } }) => ({
  title: ctx.t('complaints:list.title'),
  page,
  size: PAGE_SIZE,
  ...(await myComplaints(ctx, { page, size: PAGE_SIZE })),
}));

export default function MyComplaintsRoute() {
  return <MyComplaintsPage {...useLoaderData<typeof loader>()} />;
}
