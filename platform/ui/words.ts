// Words of the design system itself (namespace `platform`).
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';

export function useWords(): TFunction<'platform'> {
  return useTranslation('platform').t;
}
