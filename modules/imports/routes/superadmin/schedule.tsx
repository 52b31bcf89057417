// Page of sources that load by themselves: when, from where, the last result, freshness.
import { redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { Card, CardHead, Empty, Notice, PageHead, pageTitle } from '@zhkh/ui';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { addSchedule, removeSchedule, startNow, switchSchedule } from '../../commands/save-schedule.server.ts';
import { hostsOf } from '../../fetch/download.server.ts';
import { fileSourcesOf } from '../../run/sources-of.server.ts';
import { regionParams } from '../../domain/schemas.ts';
import { scheduleForm, scheduleOf } from '../../domain/schedule-forms.ts';
import { change, read } from '../../http.server.ts';
import { freshness } from '../../queries/freshness.server.ts';
import { importsPages } from '../../pages.server.ts';
import { schedules } from '../../queries/schedules.server.ts';
import type { ImportsSettings } from '../../settings.ts';
import { FreshnessTable } from '../../ui/freshness-table.tsx';
import { ImportsTabs } from '../../ui/imports-tabs.tsx';
import { ScheduleForm } from '../../ui/schedule-form.tsx';
import { ScheduleTable } from '../../ui/schedule-table.tsx';

const query = z.strictObject({ done: z.enum(['added', 'changed', 'started', 'removed']).optional() });

export const loader = read({ can: 'imports.manage', params: regionParams, query }, async ({ ctx, params, query }) => ({
  rows: await schedules(ctx),
  sources: await freshness(ctx),
  connectors: fileSourcesOf(ctx).map(({ connector, title }) => ({ id: connector.id, title })),
  pages: importsPages(ctx),
  hosts: hostsOf(await ctx.settings<ImportsSettings>('imports')),
  done: query.done ?? null,
  slug: params.slug,
  region: ctx.tenant.name,
  title: ctx.t('imports:schedule.title'),
}));

export const action = change(
  {
    can: 'imports.manage',
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
  const { t } = useTranslation('imports');
  const { rows, sources, connectors, pages, hosts, slug, region, done } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>();
  return (
    <div className="stack">
      <PageHead title={t('schedule.title')} sub={`${region}. ${t('schedule.sub')}`} />
      <ImportsTabs slug={slug} pages={pages} late={sources.filter((source) => source.stale).length} />
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
      <ScheduleForm sources={connectors} hosts={hosts} state={state} />
      <Card kind="flush" id="fresh">
        <CardHead title={t('schedule.fresh')} />
        {sources.length === 0 ? <Empty title={t('schedule.noFacts')} /> : <FreshnessTable sources={sources} />}
      </Card>
    </div>
  );
}
