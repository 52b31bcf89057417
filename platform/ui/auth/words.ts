// Words of sign-in (namespace `auth`).
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';

export function useAuthWords(): TFunction<'auth'> {
  return useTranslation('auth').t;
}
