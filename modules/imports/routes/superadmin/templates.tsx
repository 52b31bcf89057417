// Table templates with help per column: for registers that have no open file.
import { useLoaderData } from '@remix-run/react';
import { ButtonLink, Card, CellSub, PageHead, pageTitle, Table } from '@zhkh/ui';
import { useTranslation } from 'react-i18next';
import { templatesOf } from '../../run/templates.server.ts';
import { regionParams } from '../../domain/schemas.ts';
import { read } from '../../http.server.ts';

export const loader = read({ can: 'imports.manage', params: regionParams }, async ({ ctx, params }) => ({
  slug: params.slug,
  region: ctx.tenant.name,
  title: ctx.t('imports:templates.title'),
  templates: templatesOf(ctx).map(({ id, title, columns, help }) => ({
    id,
    title,
    columns: columns.map((column) => ({
      name: column.name,
      help: ctx.t(`${help}.${column.name}`),
      type: column.type,
      need: column.need === true,
      words: Object.keys(column.oneOf ?? {}),
      sample: column.sample,
    })),
  })),
}));

export const meta = pageTitle;

export default function Templates() {
  const { t } = useTranslation('imports');
  const { templates: list, region, slug } = useLoaderData<typeof loader>();
  return (
    <div className="stack">
      <PageHead
        title={t('templates.title')}
        sub={`${region}. ${t('templates.sub')}`}
        end={<ButtonLink to={`/regions/${slug}/imports`}>{t('runs.title')}</ButtonLink>}
      />
      {list.map((template) => (
        <OneTemplate key={template.id} template={template} slug={slug} />
      ))}
    </div>
  );
}

interface TemplateView {
  id: string;
  title: string;
  columns: { name: string; help: string; type: string; need: boolean; words: string[]; sample: string }[];
}

function OneTemplate({ template, slug }: { template: TemplateView; slug: string }) {
  const { t } = useTranslation('imports');
  const file = `/regions/${slug}/imports/templates/${template.id}`;
  return (
    <Card>
      <h2>{t(template.title)}</h2>
      <p className="actions">
        <a href={`${file}/csv`} download>
          {t('templates.csv')}
        </a>{' '}
        <a href={`${file}/xlsx`} download>
          {t('templates.xlsx')}
        </a>
      </p>
      <details>
        <summary>{t('templates.columnsOf', { count: template.columns.length })}</summary>
        <Table
          caption={t(template.title)}
          rows={template.columns}
          rowKey={(column) => column.name}
          columns={[
            {
              key: 'name',
              head: t('templates.column'),
              cell: (column) => (
                <>
                  <code>{column.name}</code>
                  {column.need && <CellSub>{t('templates.needed')}</CellSub>}
                </>
              ),
            },
            {
              key: 'help',
              head: t('templates.what'),
              phone: 'wide',
              cell: (column) => (
                <>
                  {column.help}
                  {column.words.length > 0 && <CellSub>{t('templates.words', { words: column.words.join(', ') })}</CellSub>}
                </>
              ),
            },
            {
              key: 'type',
              head: t('templates.type'),
              phone: 'wide',
              phoneLabel: t('templates.type'),
              cell: (column) => t(column.words.length > 0 ? 'templates.types.word' : `templates.types.${column.type}`),
            },
            {
              key: 'sample',
              head: t('templates.sample'),
              phone: 'wide',
              phoneLabel: t('templates.sample'),
              cell: (column) => column.sample,
            },
          ]}
        />
      </details>
    </Card>
  );
}
