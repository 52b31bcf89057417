// The first page: a resident's house, the region's front page for others; staff go on to their cabinet.
import { redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { pageTitle } from '@zhkh/ui';
import { read } from '../http.server.ts';
import { cabinetOf } from '../shell/portal-data.server.ts';
import { FrontPage } from '../ui/front-page.tsx';
import { ResidentHome } from '../ui/resident-home.tsx';

const RESIDENT_SLOTS = ['resident-home.plate', 'resident-home.calls', 'resident-home.card', 'resident-home.tile'] as const;

export const loader = read({ can: 'public' }, async ({ ctx }) => {
  const { actor } = ctx;
  const cabinet = cabinetOf(actor);
  if (cabinet) throw redirect(cabinet);
  if (actor.kind !== 'resident')
    return { kind: 'front' as const, title: ctx.t('portal:front.title'), numbers: await ctx.slots('front.numbers', {}) };
  if (!actor.consented) throw redirect('/consent');
  const loaded = await Promise.all(RESIDENT_SLOTS.map((slot) => ctx.slots(slot, { accountId: actor.accountId })));
  const slots = Object.fromEntries(RESIDENT_SLOTS.map((slot, index) => [slot, loaded[index] ?? []]));
  return { kind: 'resident' as const, title: ctx.t('portal:home.title'), slots };
});

export const meta = pageTitle;

export default function Home() {
  const data = useLoaderData<typeof loader>();
  return data.kind === 'front' ? <FrontPage numbers={data.numbers} /> : <ResidentHome slots={data.slots} />;
}
