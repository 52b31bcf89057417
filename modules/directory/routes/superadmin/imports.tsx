// Registers of a region for operators: what was loaded, with which result, and a form to load more.
import { type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import {
  Button,
  ButtonLink,
  Card,
  CardHead,
  CellSub,
  Empty,
  Field,
  Form,
  Notice,
  PageHead,
  Select,
  Table,
  useField,
  useFormat,
} from '@zhkh/platform/ui';
import { useTranslation } from 'react-i18next';
import { importUpload } from '../../commands/import-upload.server.ts';
import { applyImport, connectorIds } from '../../connectors/run-import.server.ts';
import { applyImportForm, importsForm, importsQuery, regionParams } from '../../domain/schemas.ts';
import { sourceKind } from '../../domain/source-kind.ts';
import { action as change, loader as read } from '../../http.server.ts';
import { type Freshness, freshness } from '../../queries/freshness.server.ts';
import { type ImportRow, imports } from '../../queries/imports.server.ts';

const MAX_UPLOAD = 40_000_000;

export const loader = read(
  { can: 'directory.import', params: regionParams, query: importsQuery },
  async ({ ctx, params, query }) => ({
    runs: await imports(ctx),
    stale: (await freshness(ctx)).filter((source) => source.stale),
    connectors: [...connectorIds],
    slug: params.slug,
    region: ctx.tenant.name,
    done: query.done ?? null,
    title: ctx.t('directory:imports.title'),
  }),
);

export const action = change(
  {
    can: 'directory.import',
    params: regionParams,
    query: importsQuery,
    form: { check: importsForm, load: importsForm, apply: applyImportForm },
    files: { file: { max: 1, maxBytes: MAX_UPLOAD } },
  },
  async ({ ctx, params, form, files }) => {
    const report =
      form.intent === 'apply'
        ? await applyImport(ctx, form.importId)
        : await importUpload(ctx, { connector: form.connector, file: files.file[0], dryRun: form.intent === 'check' });
    return redirect(`/regions/${params.slug}/imports?done=${report.importId}`);
  },
);

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: [data?.title, data?.region].filter(Boolean).join(' · ') },
];

export default function Imports() {
  const { t } = useTranslation('directory');
  const { runs, region, done, slug, stale } = useLoaderData<typeof loader>();
  const ended = runs.find((run) => run.id === done);
  return (
    <div className="stack">
      <PageHead
        title={t('imports.title')}
        sub={`${region}. ${t('imports.sub')}`}
        end={
          <>
            <ButtonLink to={`/regions/${slug}/imports/matches`}>{t('matches.title')}</ButtonLink>
            <ButtonLink to={`/regions/${slug}/imports/templates`}>{t('templates.title')}</ButtonLink>
            <ButtonLink to={`/regions/${slug}/imports/profiles`}>{t('profiles.title')}</ButtonLink>
          </>
        }
      />
      {ended && (
        <Notice tone={ended.state === 'done' ? 'ok' : ended.state === 'staged' ? 'soon' : 'late'} live>
          {t(ended.state === 'done' ? 'imports.done' : ended.state === 'staged' ? 'imports.waits' : 'imports.notDone')}
        </Notice>
      )}
      {stale.length > 0 && <Stale sources={stale} />}
      <Upload />
      {runs.length === 0 ? (
        <Empty title={t('imports.none')}>{t('imports.noneHow')}</Empty>
      ) : (
        <Card kind="flush">
          <CardHead title={t('imports.loaded')} />
          <Runs />
        </Card>
      )}
    </div>
  );
}

function Stale({ sources }: { sources: readonly Freshness[] }) {
  const { t } = useTranslation('directory');
  const f = useFormat();
  return (
    <Notice tone="soon">
      {t('imports.stale')}: {sources.map((one) => `${t(`source.kinds.${one.connector}`)} (${f.day(one.factDate)})`).join(', ')}
    </Notice>
  );
}

function Upload() {
  const { t } = useTranslation('directory');
  const { connectors } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>();
  return (
    <Card>
      <h2>{t('imports.upload')}</h2>
      <p className="small sub">{t('imports.uploadHow')}</p>
      <Form state={state} encType="multipart/form-data">
        <Select
          name="connector"
          label={t('imports.source')}
          options={connectors.map((value) => ({ value, label: t(`source.kinds.${value}`) }))}
        />
        <FilePick />
        <div className="actions">
          <Button kind="main" name="intent" value="check">
            {t('imports.check')}
          </Button>
          <Button name="intent" value="load">
            {t('imports.upload')}
          </Button>
        </div>
      </Form>
    </Card>
  );
}

function FilePick() {
  const { t } = useTranslation('directory');
  const { id, error, fileProblems, describedBy } = useField('file');
  return (
    <Field id={id} label={t('imports.file')} error={error ?? fileProblems[0]}>
      <input
        id={id}
        className="input"
        type="file"
        name="file"
        accept=".csv,.gz,.tgz,.xlsx,.zip,.xml"
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy(false)}
      />
    </Field>
  );
}

function Runs() {
  const { t } = useTranslation('directory');
  const f = useFormat();
  const { runs, slug } = useLoaderData<typeof loader>();
  return (
    <Table
      caption={t('imports.loaded')}
      rows={runs}
      rowKey={(run) => run.id}
      columns={[
        { key: 'source', head: t('imports.source'), cell: (run) => <SourceCell run={run} /> },
        {
          key: 'date',
          head: t('imports.date'),
          phone: 'wide',
          phoneLabel: t('imports.date'),
          cell: (run) => run.factDate && f.day(run.factDate),
        },
        { key: 'started', head: t('imports.started'), phone: 'hide', cell: (run) => f.shortDateTime(run.startedAt) },
        { key: 'rows', head: t('imports.rows'), numeric: true, phone: 'hide', cell: (run) => f.number(run.rows) },
        { key: 'changed', head: t('imports.changed'), numeric: true, phone: 'main', cell: (run) => f.number(run.changed) },
        {
          key: 'failed',
          head: t('imports.failed'),
          numeric: true,
          phone: 'wide',
          phoneLabel: t('imports.failed'),
          cell: (run) => <FailedCell run={run} slug={slug} />,
        },
        { key: 'state', head: t('imports.state'), phone: 'wide', cell: (run) => <StateCell run={run} /> },
      ]}
    />
  );
}

function SourceCell({ run }: { run: ImportRow }) {
  const { t } = useTranslation('directory');
  return (
    <>
      {t(`source.kinds.${sourceKind(run.connector)}`)}
      <CellSub>{run.file}</CellSub>
    </>
  );
}

function FailedCell({ run, slug }: { run: ImportRow; slug: string }) {
  const { t } = useTranslation('directory');
  const f = useFormat();
  if (run.failed === 0) return <>0</>;
  return (
    <a href={`/regions/${slug}/imports/${run.id}/failed.csv`} aria-label={`${t('imports.download')}: ${run.failed}`} download>
      {f.number(run.failed)}
    </a>
  );
}

function StateCell({ run }: { run: ImportRow }) {
  const { t } = useTranslation('directory');
  return (
    <>
      <span className={run.state === 'done' ? 'ok' : run.state === 'running' ? 'soon' : 'late'}>
        {t(`imports.states.${run.state}`)}
      </span>
      {run.state === 'staged' && <WouldChange run={run} />}
      {run.reason && (
        <CellSub>
          {t(`imports.reasons.${run.reason}`)}
          {run.detail && `: ${run.detail}`}
        </CellSub>
      )}
    </>
  );
}

/** What a dry run found, and the button that lets it in. */
function WouldChange({ run }: { run: ImportRow }) {
  const { t } = useTranslation('directory');
  const state = useActionData<typeof action>();
  const counts = Object.entries(run.counts).map(
    ([name, count]) => `${t(`imports.counts.${name}`, { defaultValue: name })}: ${count}`,
  );
  return (
    <>
      <CellSub>{counts.length > 0 ? counts.join(', ') : t('imports.nothingNew')}</CellSub>
      <Form state={state}>
        <input type="hidden" name="importId" value={run.id} />
        <Button size="s" name="intent" value="apply">
          {t('imports.apply')}
        </Button>
      </Form>
    </>
  );
}
