// Sources that load by themselves: when, from where, what came of it last, and how fresh what each source said is.
import { redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { Card, CardHead, Empty, Notice, PageHead, pageTitle } from '@zhkh/ui';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { addSchedule, removeSchedule, startNow, switchSchedule } from '../../commands/save-schedule.server.ts';
import { hostsOf } from '../../connectors/fetch/download.server.ts';
import { connectorsOf } from '../../connectors/sources-of.server.ts';
import { regionParams } from '../../domain/schemas.ts';
import { scheduleForm, scheduleOf } from '../../domain/schedule-forms.ts';
import { change, read } from '../../http.server.ts';
import { freshness } from '../../queries/freshness.server.ts';
import { schedules } from '../../queries/schedules.server.ts';
import type { DirectorySettings } from '../../settings.ts';
import { FreshnessTable } from '../../ui/imports/freshness-table.tsx';
import { ImportsTabs } from '../../ui/imports/imports-tabs.tsx';
import { ScheduleForm } from '../../ui/imports/schedule-form.tsx';
import { ScheduleTable } from '../../ui/imports/schedule-table.tsx';

const query = z.strictObject({ done: z.enum(['added', 'changed', 'started', 'removed']).optional() });

export const loader = read({ can: 'directory.import', params: regionParams, query }, async ({ ctx, params, query }) => ({
  rows: await schedules(ctx),
  sources: await freshness(ctx),
  connectors: connectorsOf(ctx).map(({ id }) => id),
  hosts: hostsOf(await ctx.settings<DirectorySettings>('directory')),
  done: query.done ?? null,
  slug: params.slug,
  region: ctx.tenant.name,
  title: ctx.t('directory:schedule.title'),
}));

export const action = change(
  {
    can: 'directory.import',
    params: regionParams,
    query,
    form: { add: scheduleForm, on: scheduleOf, off: scheduleOf, now: scheduleOf, remove: scheduleOf },
  },
  async ({ ctx, params, form }) => {
    const here = `/regions/${params.slug}/imports/schedule`;
    switch (form.intent) {
      case 'add': {
        const { intent: _, ...schedule } = form;
        await addSchedule(ctx, schedule);
        return redirect(`${here}?done=added`);
      }
      case 'now':
        await startNow(ctx, form.scheduleId);
        return redirect(`${here}?done=started`);
      case 'remove':
        await removeSchedule(ctx, form.scheduleId);
        return redirect(`${here}?done=removed`);
      case 'on':
      case 'off':
        await switchSchedule(ctx, form.scheduleId, form.intent === 'on');
        return redirect(`${here}?done=changed`);
    }
  },
);

export const meta = pageTitle;

export default function Schedule() {
  const { t } = useTranslation('directory');
  const { rows, sources, connectors, hosts, slug, region, done } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>();
  return (
    <div className="stack">
      <PageHead title={t('schedule.title')} sub={`${region}. ${t('schedule.sub')}`} />
      <ImportsTabs slug={slug} late={sources.filter((source) => source.stale).length} />
      {done && (
        <Notice tone="ok" live>
          {t(`schedule.${done}`)}
        </Notice>
      )}
      {rows.length === 0 ? (
        <Empty title={t('schedule.none')}>{t('schedule.noneHow')}</Empty>
      ) : (
        <Card kind="flush">
          <ScheduleTable rows={rows} slug={slug} />
        </Card>
      )}
      <ScheduleForm connectors={connectors} hosts={hosts} state={state} />
      <Card kind="flush" id="fresh">
        <CardHead title={t('schedule.fresh')} />
        {sources.length === 0 ? <Empty title={t('schedule.noFacts')} /> : <FreshnessTable sources={sources} />}
      </Card>
    </div>
  );
}
