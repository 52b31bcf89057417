// What both registers' pages start with: the person's saved views; a bare address opens the one chosen as usual.
import { redirect } from '@remix-run/node';
import type { Context } from '@zhkh/kernel/module.server';
import type { z } from 'zod';
import type { RegisterName } from '../domain/register-query.ts';
import { queryText } from '../domain/register-query.ts';
import { registerViews } from './register-views.server.ts';

interface Chosen {
  view?: string | undefined;
  removed?: string | undefined;
}

export async function viewsOfPage(ctx: Context, register: RegisterName, schema: z.ZodType, query: Chosen, search: string) {
  const views = await registerViews(ctx, register);
  const usual = views.find((view) => view.usual);
  if (search === '' && usual?.query) throw redirect(`/authority/${register}?${usual.query}&view=${usual.id}`);
  const view = views.some((one) => one.id === query.view) ? (query.view ?? null) : null;
  return { views, queryText: queryText(schema, { ...query }), view, removed: query.removed ?? null };
}
