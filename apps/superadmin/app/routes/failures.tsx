// Parked failures of all regions: why each stopped, retry one or all, discard with a question first.
import { redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { Card, Empty, Notice, PageHead, pageTitle, Pagination } from '@zhkh/ui';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { discardFailure, retryAll, retryFailure } from '../commands/retry-failures.server.ts';
import { change, read } from '../http.server.ts';
import { parkedFailures } from '../queries/parked-failures.server.ts';
import { Confirm } from '../ui/confirm.tsx';
import { FailureFilter, FailuresTable } from '../ui/failures-table.tsx';

const PAGE = 20;
const region = z.string().regex(/^[a-z][a-z0-9-]{1,23}$/);
const work = z.string().regex(/^[a-z-]+\.[a-z-]+$/);
const optional = <T extends z.ZodType>(schema: T) => z.union([z.literal('').transform(() => undefined), schema]).optional();
const query = z.strictObject({
  region: optional(region),
  kind: optional(work),
  page: z.coerce.number().int().min(1).max(1000).default(1),
  done: z.enum(['retried', 'discarded']).optional(),
  count: z.coerce.number().int().min(0).optional(),
});
const one = z.strictObject({ region, kind: work, id: z.uuid() });

export const loader = read({ can: 'platform.observe', query }, async ({ control, query }) => ({
  ...(await parkedFailures(control, query, query.page, PAGE)),
  filter: { region: query.region ?? '', kind: query.kind ?? '' },
  page: query.page,
  done: query.done ?? null,
  count: query.count ?? 0,
  mayChange: control.permissions.has('platform.operate'),
  title: control.t('superadmin:failures.title'),
}));

export const action = change(
  { can: 'platform.operate', query, form: { retry: one, discard: one, 'retry-all': z.strictObject({}) } },
  async ({ control, form, query }) => {
    if (form.intent === 'discard') {
      await discardFailure(control, form);
      return redirect('/failures?done=discarded');
    }
    if (form.intent === 'retry') await retryFailure(control, form);
    const count = form.intent === 'retry' ? 1 : await retryAll(control, query);
    return redirect(`/failures?done=retried&count=${count}`);
  },
);

export const meta = pageTitle;

export default function Failures() {
  const { t } = useTranslation('superadmin');
  const { items, total, silent, regions, kinds, filter, page, done, count, mayChange } = useLoaderData<typeof loader>();
  const note = done === 'retried' ? t('failures.retried', { count }) : done === 'discarded' ? t('failures.discarded') : null;
  return (
    <div className="stack">
      <PageHead
        title={t('failures.title')}
        sub={t('failures.lead')}
        end={
          <>
            <FailureFilter regions={regions} kinds={kinds} filter={filter} />
          </>
        }
      />
      {note && (
        <Notice tone="ok" live>
          {note}
        </Notice>
      )}
      {silent.length > 0 && <Notice tone="soon">{t('failures.unreachable', { names: silent.join(', ') })}</Notice>}
      {items.length === 0 ? (
        <Card>
          <Empty title={t('failures.none')}>{t('failures.none-why')}</Empty>
        </Card>
      ) : (
        <FailuresTable items={items} mayChange={mayChange} />
      )}
      <Pagination page={page} size={PAGE} total={total} />
      {mayChange && items.length > 0 && (
        <Confirm
          open={t('failures.retry-all')}
          question={t('failures.confirm-retry-all')}
          verb={t('failures.do-retry-all')}
          intent="retry-all"
        />
      )}
      {!mayChange && <p className="small sub">{t('read-only')}</p>}
    </div>
  );
}
