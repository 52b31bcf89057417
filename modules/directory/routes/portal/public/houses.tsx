// Houses of the region: search by words or by position.
import { useLoaderData } from '@remix-run/react';
import { Page, pageTitle } from '@zhkh/ui';
import { useTranslation } from 'react-i18next';
import { noHouseAction } from '../../../contract.ts';
import { searchQuery } from '../../../domain/schemas.ts';
import { read } from '../../../http.server.ts';
import { findChoices } from '../../../queries/address-search/find-choices.server.ts';
import { regionNumbers } from '../../../slots/home.server.ts';
import { HouseSearch, NotFoundHouse } from '../../../ui/house-search.tsx';

export const loader = read({ can: 'public', query: searchQuery }, async ({ ctx, query }) => {
  const [choices, numbers, actions] = await Promise.all([
    findChoices(ctx, query),
    regionNumbers(ctx),
    ctx.slots(noHouseAction, {}),
  ]);
  return {
    ...choices,
    numbers,
    q: query.q ?? '',
    actions,
    title: ctx.t('directory:houses.title'),
  };
});

export const meta = pageTitle;

export default function Houses() {
  const { t } = useTranslation('directory');
  const data = useLoaderData<typeof loader>();
  return (
    <Page room="tabs">
      <div>
        <h1>{t('houses.title')}</h1>
        <p className="sub">{t('houses.lead', { houses: data.numbers.houses })}</p>
      </div>
      <HouseSearch state={data} to={(house) => `/houses/${house}`} empty={<NotFoundHouse actions={data.actions} />} />
    </Page>
  );
}
