// Regions: the table, what needs a person, the wall between regions.
import { redirect } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { ButtonLink, Card, Empty, FilterForm, Notice, PageHead, pageTitle, SearchField } from '@zhkh/ui';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { askIsolationCheck } from '../commands/ask-isolation-check.server.ts';
import { change, read } from '../http.server.ts';
import { regionsOverview } from '../queries/regions-overview.server.ts';
import { AttentionCard } from '../ui/attention-card.tsx';
import { CreationCard } from '../ui/creation-card.tsx';
import { IsolationCard } from '../ui/isolation-card.tsx';
import { RegionsTable } from '../ui/regions-table.tsx';
import { useWatch } from '../ui/use-watch.ts';

const query = z.strictObject({ q: z.string().trim().max(80).default(''), done: z.enum(['asked']).optional() });

export const loader = read({ can: 'platform.observe', query }, async ({ control, query }) => ({
  ...(await regionsOverview(control, query.q)),
  query: query.q,
  asked: query.done === 'asked',
  mayChange: control.permissions.has('platform.operate'),
  title: control.t('superadmin:regions.title'),
}));

export const action = change(
  { can: 'platform.operate', query, form: { 'check-isolation': z.strictObject({}) } },
  async ({ control, runtime }) => {
    await askIsolationCheck(control, runtime.config);
    return redirect('/?done=asked');
  },
);

export const meta = pageTitle;

export default function Regions() {
  const { t } = useTranslation('superadmin');
  const { rows, attention, isolation, creating, checkedAt, total, query, asked, mayChange } = useLoaderData<typeof loader>();
  useWatch(creating !== null && !creating.failed);
  const troubled = new Set(attention.map((item) => item.slug)).size;
  const summary = t('regions.summary', { count: total, troubled: t('regions.troubled', { count: troubled }) });
  return (
    <div className="stack">
      <PageHead
        title={t('regions.title')}
        sub={`${summary} ${t('regions.checked', { at: checkedAt })}`}
        end={
          <>
            <FilterForm>
              <SearchField label={t('regions.search')} placeholder={t('regions.search')} defaultValue={query} />
            </FilterForm>
            {mayChange && (
              <ButtonLink kind="main" icon="plus" to="/regions/new">
                {t('regions.add')}
              </ButtonLink>
            )}
          </>
        }
      />
      {asked && (
        <Notice tone="ok" live>
          {t('isolation.asked')}
        </Notice>
      )}
      {rows.length > 0 ? <RegionsTable rows={rows} /> : <Nothing query={query} total={total} />}
      {creating && (
        <CreationCard name={creating.name} steps={creating.steps} running failed={creating.failed} mayChange={false} />
      )}
      <div className="grid grid--2">
        <AttentionCard items={attention} />
        <IsolationCard last={isolation} canRun={mayChange} />
      </div>
    </div>
  );
}

function Nothing({ query, total }: { query: string; total: number }) {
  const { t } = useTranslation('superadmin');
  return (
    <Card>
      {total === 0 ? (
        <Empty title={t('regions.none')}>{t('regions.none-why')}</Empty>
      ) : (
        <Empty title={t('regions.nothing-found', { query })} action={<Link to="/">{t('regions.show-all')}</Link>} />
      )}
    </Card>
  );
}
