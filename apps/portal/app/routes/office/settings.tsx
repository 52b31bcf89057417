// Settings of the region: modules with what was changed in each, and a search over all settings (in the URL).
import { Link, useLoaderData } from '@remix-run/react';
import { Card, CellSub, Empty, FilterForm, PageHead, pageTitle, SearchField, Table } from '@zhkh/ui';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { read } from '../../http.server.ts';
import { type FoundSetting, settingsIndex, type SettingsOfModule } from '../../queries/settings-index.server.ts';

export const loader = read(
  { can: 'platform.change-settings', query: z.strictObject({ q: z.string().max(100).default('') }) },
  async ({ ctx, query, runtime }) => ({
    title: ctx.t('portal:settings.title'),
    q: query.q,
    ...(await settingsIndex(runtime.registry, ctx, query.q)),
  }),
);

export const meta = pageTitle;

export default function Settings() {
  const { t } = useTranslation('portal');
  const { q, modules, found } = useLoaderData<typeof loader>();
  return (
    <div className="stack">
      <PageHead title={t('settings.title')} sub={t('settings.sub')} />
      <FilterForm
        key={q}
        action="/office/settings"
        label={t('settings.search')}
        found={found ? t('settings.found', { count: found.length }) : undefined}
      >
        <SearchField label={t('settings.search')} placeholder={t('settings.searchExample')} defaultValue={q} />
      </FilterForm>
      {found ? <Found settings={found} /> : <Modules modules={modules} />}
    </div>
  );
}

function Modules({ modules }: { modules: SettingsOfModule[] }) {
  const { t } = useTranslation('portal');
  return (
    <Card kind="flush">
      <Table
        caption={t('settings.title')}
        rows={modules}
        rowKey={(row) => row.module}
        columns={[
          {
            key: 'module',
            head: t('settings.module'),
            phone: 'wide',
            cell: (row) => (
              <>
                <Link className="strong" to={`/office/settings/${row.module}`}>
                  {row.title}
                </Link>
                <CellSub>{row.description}</CellSub>
              </>
            ),
          },
          { key: 'state', head: t('settings.state'), phone: 'wide', cell: (row) => <HowChanged {...row} /> },
        ]}
      />
    </Card>
  );
}

function HowChanged({ changed, total }: SettingsOfModule) {
  const { t } = useTranslation('portal');
  if (changed === 0) return <span className="sub">{t('settings.untouched', { count: total })}</span>;
  return <>{t('settings.changed', { count: changed, total })}</>;
}

function Found({ settings }: { settings: FoundSetting[] }) {
  const { t } = useTranslation('portal');
  if (settings.length === 0) return <Empty title={t('settings.none')}>{t('settings.noneHow')}</Empty>;
  return (
    <Card kind="flush">
      <Table
        caption={t('settings.search')}
        rows={settings}
        rowKey={(row) => `${row.module}.${row.name}`}
        columns={[
          {
            key: 'what',
            head: t('settings.what'),
            phone: 'wide',
            cell: (row) => (
              <>
                <Link className="strong" to={`/office/settings/${row.module}#setting-${row.name}`}>
                  {row.title}
                </Link>
                <CellSub>{row.help}</CellSub>
              </>
            ),
          },
          { key: 'module', head: t('settings.module'), phone: 'wide', cell: (row) => row.moduleTitle },
          { key: 'value', head: t('settings.now'), phone: 'wide', cell: (row) => row.value },
        ]}
      />
    </Card>
  );
}
