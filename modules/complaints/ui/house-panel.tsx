// How many complaints a house has, on its public page.
import { Link } from '@remix-run/react';
import { Card, CardHead } from '@zhkh/ui';
import { useComplaintWords } from './use-words.ts';

export function HousePanel({ data }: { data: { open: number; closedInYear: number } }) {
  const t = useComplaintWords();
  return (
    <Card>
      <CardHead title={t('house.title')} />
      <p>{data.open > 0 ? t('house.open', { count: data.open }) : t('house.none')}</p>
      {data.closedInYear > 0 && <p className="small sub">{t('house.closed', { count: data.closedInYear })}</p>}
      <p>
        <Link to="/complaints/new">{t('house.report')}</Link>
      </p>
    </Card>
  );
}
