// Houses of ours and of ГАР that may be one: the operator confirms or refuses each pair.
import { redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { Button, ButtonLink, Card, Empty, Form, PageHead, pageTitle, Table } from '@zhkh/ui';
import { useTranslation } from 'react-i18next';
import { decideMatch } from '../../commands/decide-match.server.ts';
import { matchForm, regionParams } from '../../domain/schemas.ts';
import { change, read } from '../../http.server.ts';
import { type MatchReview, matchReviews } from '../../queries/match-reviews.server.ts';

export const loader = read({ can: 'directory.import', params: regionParams }, async ({ ctx, params }) => ({
  ...(await matchReviews(ctx)),
  slug: params.slug,
  region: ctx.tenant.name,
  title: ctx.t('directory:matches.title'),
}));

export const action = change(
  { can: 'directory.import', params: regionParams, form: { same: matchForm, other: matchForm } },
  async ({ ctx, params, form }) => {
    await decideMatch(ctx, { houseId: form.houseId, objectId: form.objectId, same: form.intent === 'same' });
    return redirect(`/regions/${params.slug}/imports/matches`);
  },
);

export const meta = pageTitle;

export default function Matches() {
  const { t } = useTranslation('directory');
  const { reviews, total, region, slug } = useLoaderData<typeof loader>();
  return (
    <div className="stack">
      <PageHead
        title={t('matches.title')}
        sub={`${region}. ${t('matches.sub')}`}
        end={<ButtonLink to={`/regions/${slug}/imports`}>{t('imports:runs.title')}</ButtonLink>}
      />
      {reviews.length === 0 ? (
        <Empty title={t('matches.none')}>{t('matches.noneHow')}</Empty>
      ) : (
        <Card kind="flush">
          <Table
            caption={`${t('matches.open')}: ${total}`}
            rows={reviews}
            rowKey={(row) => `${row.houseId}:${row.objectId}`}
            columns={[
              { key: 'ours', head: t('matches.ours'), cell: (row) => row.ours },
              {
                key: 'theirs',
                head: t('matches.theirs'),
                phone: 'wide',
                phoneLabel: t('matches.theirs'),
                cell: (row) => row.theirs,
              },
              { key: 'likeness', head: t('matches.likeness'), numeric: true, phone: 'hide', cell: (row) => `${row.likeness} %` },
              { key: 'decide', head: t('matches.decide'), phone: 'wide', cell: (row) => <Decide row={row} /> },
            ]}
          />
        </Card>
      )}
    </div>
  );
}

function Decide({ row }: { row: MatchReview }) {
  const { t } = useTranslation('directory');
  const state = useActionData<typeof action>();
  return (
    <Form state={state}>
      <input type="hidden" name="houseId" value={row.houseId} />
      <input type="hidden" name="objectId" value={row.objectId} />
      <div className="actions">
        <Button size="s" name="intent" value="same">
          {t('matches.same')}
        </Button>
        <Button size="s" kind="quiet" name="intent" value="other">
          {t('matches.other')}
        </Button>
      </div>
    </Form>
  );
}
