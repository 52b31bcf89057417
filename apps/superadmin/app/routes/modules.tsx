// Which module is on where: regions down, modules across.
import { Link, useLoaderData } from '@remix-run/react';
import { Card, type Column, Empty, PageHead, pageTitle, StatusPill, Table } from '@zhkh/ui';
import { useTranslation } from 'react-i18next';
import { read } from '../http.server.ts';
import { moduleMatrix } from '../queries/module-matrix.server.ts';

export const loader = read({ can: 'platform.observe' }, async ({ control }) => ({
  ...(await moduleMatrix(control)),
  title: control.t('superadmin:modules.title'),
}));

export const meta = pageTitle;

interface Region {
  slug: string;
  name: string;
  on: string[];
}

export default function Modules() {
  const { t } = useTranslation('superadmin');
  const { modules, regions } = useLoaderData<typeof loader>();
  const columns: Column<Region>[] = [
    { key: 'region', head: t('modules.region'), cell: (region) => <Link to={`/regions/${region.slug}`}>{region.name}</Link> },
    ...modules.map((module) => ({
      key: module.id,
      head: module.title,
      phoneLabel: module.title,
      phone: 'wide' as const,
      cell: (region: Region) => <Cell on={region.on.includes(module.id)} />,
    })),
  ];
  return (
    <div className="stack">
      <PageHead title={t('modules.title')} sub={t('modules.lead')} />
      {regions.length === 0 ? (
        <Card>
          <Empty title={t('regions.none')}>{t('regions.none-why')}</Empty>
        </Card>
      ) : (
        <Card kind="flush">
          <Table caption={t('modules.caption')} columns={columns} rows={regions} rowKey={(region) => region.slug} />
        </Card>
      )}
    </div>
  );
}

function Cell({ on }: { on: boolean }) {
  const { t } = useTranslation('superadmin');
  return <StatusPill kind={on ? 'resolved' : 'paused'}>{on ? t('modules.on') : t('modules.off')}</StatusPill>;
}
