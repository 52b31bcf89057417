// The first page: a resident's house, the region's front page for others; staff go on to their cabinet.
import { redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import type { Context } from '@zhkh/kernel/module.server';
import { pageTitle } from '@zhkh/ui';
import { frontNumbers, homeAction, homeCalls, homeCard, homePlate, homeTile } from '@zhkh/ui/app-slots';
import { read } from '../http.server.ts';
import { cabinetOf } from '../shell/portal-data.server.ts';
import { FrontPage } from '../ui/front-page.tsx';
import { ResidentHome } from '../ui/resident-home.tsx';

export const loader = read({ can: 'public' }, async ({ ctx }) => {
  const { actor } = ctx;
  const cabinet = cabinetOf(actor);
  if (cabinet) throw redirect(cabinet);
  if (actor.kind !== 'resident')
    return { kind: 'front' as const, title: ctx.t('portal:front.title'), numbers: await ctx.slots(frontNumbers, {}) };
  if (!actor.consented) throw redirect('/consent');
  return { kind: 'resident' as const, title: ctx.t('portal:home.title'), parts: await homeParts(ctx, actor.accountId) };
});

async function homeParts(ctx: Context, accountId: string) {
  const [plate, actions, calls, cards, tiles] = await Promise.all([
    ctx.slots(homePlate, { accountId }),
    ctx.slots(homeAction, { accountId }),
    ctx.slots(homeCalls, { accountId }),
    ctx.slots(homeCard, { accountId }),
    ctx.slots(homeTile, { accountId }),
  ]);
  return { plate, actions, calls, cards, tiles };
}

export const meta = pageTitle;

export default function Home() {
  const data = useLoaderData<typeof loader>();
  return data.kind === 'front' ? <FrontPage numbers={data.numbers} /> : <ResidentHome parts={data.parts} />;
}
