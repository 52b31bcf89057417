// How a company answers, on its public page.
import { Card, CardHead, DefinitionList, useFormat } from '@zhkh/ui';
import type { CompanyRecord } from '../queries/company-record.server.ts';
import { useComplaintWords } from './use-words.ts';

export function CompanyPanel({ data }: { data: CompanyRecord }) {
  const t = useComplaintWords();
  const format = useFormat();
  return (
    <Card>
      <CardHead title={t('house.title')} />
      <DefinitionList
        pairs={[
          { name: t('company.open'), value: format.number(data.open) },
          { name: t('authority.on-time'), value: data.onTime === null ? t('authority.few') : format.percent(data.onTime) },
          { name: t('company.grade'), value: data.grade === null ? t('company.few-grades') : format.number(data.grade, 1) },
        ]}
      />
      <p className="small sub">{t('company.period')}</p>
    </Card>
  );
}
