// A change of a house or a company in words: what it was, what it became.
import { useFormat } from '@zhkh/ui';
import { useTranslation } from 'react-i18next';

const CODED: Record<string, string> = {
  status: 'status',
  management_mode: 'mode',
  kind: 'company.kind',
  licence: 'history.licence',
};
const COMPANY_STATUS = ['active', 'liquidating', 'bankrupt', 'reorganising', 'excluding', 'other', 'excluded', 'ceased'];

export function useChangeWords() {
  const { t } = useTranslation('directory');
  const f = useFormat();
  const valueOf = (field: string, value: string | null): string => {
    if (value === null) return t('history.unknown');
    if (field === 'total_area') return `${f.number(Number(value), 1)} м²`;
    if (field === 'status' && COMPANY_STATUS.includes(value)) return t(`fns.states.${value}`);
    const group = CODED[field];
    return group ? t(`${group}.${value}`) : value;
  };
  return {
    field: (field: string) => t(`history.fields.${field}`),
    value: valueOf,
    moved: (from: string | null, to: string | null, coming: boolean) => {
      const when = coming ? 'coming' : 'done';
      if (from && to) return t(`history.moved.${when}`, { from, to });
      return to ? t(`history.began.${when}`, { to }) : t(`history.ended.${when}`, { from: from ?? '' });
    },
    /** «Состояние: эксплуатируется → аварийный» */
    changed: (field: string, before: string | null, after: string | null) =>
      field === 'appeared'
        ? t('history.appeared')
        : t('history.changed', {
            field: t(`history.fields.${field}`),
            before: valueOf(field, before),
            after: valueOf(field, after),
          }),
  };
}
