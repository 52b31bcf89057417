// Page of a region's imports for operators: what runs, a form to load more, the history.
import { redirect } from '@remix-run/node';
import { Link, useActionData, useLoaderData } from '@remix-run/react';
import { Card, Empty, FilterForm, FilterSelect, Notice, PageHead, pageTitle, Pagination, useFormat } from '@zhkh/ui';
import { useTranslation } from 'react-i18next';
import { queueUpload } from '../../commands/queue-import.server.ts';
import { fileSourcesOf } from '../../run/sources-of.server.ts';
import { importsForm, importsQuery, regionParams } from '../../domain/schemas.ts';
import { change, read } from '../../http.server.ts';
import { type Freshness, freshness } from '../../queries/freshness.server.ts';
import { IMPORTS_SIZE, imports, importStates, openImports } from '../../queries/imports.server.ts';
import { importsPages } from '../../pages.server.ts';
import { workerSilence } from '../../queries/worker-silence.server.ts';
import type { ImportsSettings } from '../../settings.ts';
import { ImportsTabs } from '../../ui/imports-tabs.tsx';
import { ImportsTable } from '../../ui/imports-table.tsx';
import { OpenImports } from '../../ui/open-imports.tsx';
import { UploadForm } from '../../ui/upload-form.tsx';
import { useLive } from '../../ui/use-live.ts';

/** What the server reads at most; the region's setting stands below. */
const MAX_UPLOAD = 4_000_000_000;

export const loader = read(
  { can: 'imports.manage', params: regionParams, query: importsQuery },
  async ({ ctx, params, query }) => {
    const [found, open, sources, silence, settings] = await Promise.all([
      imports(ctx, query),
      openImports(ctx),
      freshness(ctx),
      workerSilence(ctx),
      ctx.settings<ImportsSettings>('imports'),
    ]);
    return {
      ...found,
      open,
      silence,
      query,
      stale: sources.filter((source) => source.stale),
      sources: fileSourcesOf(ctx).map(({ connector, title }) => ({ id: connector.id, title })),
      pages: importsPages(ctx),
      maxMegabytes: settings.uploadMaxMegabytes,
      states: [...importStates],
      size: IMPORTS_SIZE,
      slug: params.slug,
      region: ctx.tenant.name,
      title: ctx.t('imports:runs.title'),
    };
  },
);

export const action = change(
  {
    can: 'imports.manage',
    params: regionParams,
    query: importsQuery,
    form: { check: importsForm, load: importsForm },
    files: { file: { max: 1, maxBytes: MAX_UPLOAD } },
  },
  async ({ ctx, params, form, files }) => {
    const id = await queueUpload(ctx, { connector: form.connector, mode: form.intent, file: files.file[0] });
    return redirect(`/regions/${params.slug}/imports/${id}`);
  },
);

export const meta = pageTitle;

export default function Imports() {
  const { t } = useTranslation('imports');
  const { region, slug, pages, stale, open, silence, sources, maxMegabytes } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>();
  useLive(
    open.some((run) => run.state !== 'staged'),
    2000,
  );
  return (
    <div className="stack">
      <PageHead title={t('runs.title')} sub={`${region}. ${t('runs.sub')}`} />
      <ImportsTabs slug={slug} pages={pages} late={stale.length} />
      {stale.length > 0 && <Stale sources={stale} slug={slug} />}
      <OpenImports runs={open} slug={slug} silence={silence} />
      <UploadForm sources={sources} state={state} maxMegabytes={maxMegabytes} />
      <History />
    </div>
  );
}

/** Three by name, the others by number: the whole list is on the schedule's page. */
const NAMED = 3;

function Stale({ sources, slug }: { sources: readonly Freshness[]; slug: string }) {
  const { t } = useTranslation('imports');
  const f = useFormat();
  const rest = sources.length - NAMED;
  const oldest = sources.toSorted((a, b) => a.factDate.localeCompare(b.factDate)).slice(0, NAMED);
  return (
    <Notice tone="soon" title={t('runs.stale')}>
      {oldest.map((one) => `${t(one.title)} (${f.day(one.factDate)})`).join('; ')}
      {rest > 0 && `; ${t('runs.staleMore', { count: rest })}`}.{' '}
      <Link to={`/regions/${slug}/imports/schedule#fresh`}>{t('schedule.fresh')}</Link>
    </Notice>
  );
}

function History() {
  const { t } = useTranslation('imports');
  const f = useFormat();
  const { rows, total, size, query, slug, sources, states } = useLoaderData<typeof loader>();
  const filtered = Boolean(query.source || query.state);
  if (total === 0 && !filtered) return <Empty title={t('runs.none')}>{t('runs.noneHow')}</Empty>;
  return (
    <>
      <h2>{t('runs.loaded')}</h2>
      <FilterForm label={t('runs.filter')} found={t('runs.found', { count: total, shown: f.number(total) })}>
        <FilterSelect
          name="source"
          label={t('runs.source')}
          empty={t('runs.anySource')}
          defaultValue={query.source}
          options={sources.map(({ id, title }) => ({ value: id, label: t(title) }))}
        />
        <FilterSelect
          name="state"
          label={t('runs.state')}
          empty={t('runs.anyState')}
          defaultValue={query.state}
          options={states.map((value) => ({ value, label: t(`runs.states.${value}`) }))}
        />
      </FilterForm>
      {total === 0 ? (
        <Empty title={t('runs.noneSuch')} />
      ) : (
        <Card kind="flush">
          <ImportsTable rows={rows} slug={slug} />
        </Card>
      )}
      <Pagination page={query.page} size={size} total={total} />
    </>
  );
}
