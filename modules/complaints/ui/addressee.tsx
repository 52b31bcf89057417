// Who has the complaint, since when they manage the house, their phone, and every step of the delivery.
import { Card, CardHead, formatPhone, telHref, Trail } from '@zhkh/ui';
import type { ComplaintView } from '../views/shapes.ts';
import { useComplaintWords } from './use-words.ts';

export function Addressee({ complaint }: { complaint: ComplaintView }) {
  const t = useComplaintWords();
  const { company } = complaint;
  return (
    <Card gap="4">
      <CardHead
        title={t('receipt.to')}
        {...(company && { link: { to: `/companies/${company.id}`, label: t('receipt.about') } })}
      />
      {company ? <CompanyLines company={company} /> : <b>{t('receipt.authority')}</b>}
      <Trail steps={complaint.trail} label={t('one.trail')} />
    </Card>
  );
}

function CompanyLines({ company }: { company: NonNullable<ComplaintView['company']> }) {
  const t = useComplaintWords();
  return (
    <div>
      <b>{company.name}</b>
      {company.since && <p className="small sub">{t('receipt.since', { date: company.since })}</p>}
      {company.dispatcherPhone && (
        <p className="small sub">
          {t('receipt.dispatcher')} <a href={telHref(company.dispatcherPhone)}>{formatPhone(company.dispatcherPhone)}</a>
        </p>
      )}
    </div>
  );
}
