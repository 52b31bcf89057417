// Words of this module for its components.
import { useTranslation } from 'react-i18next';

export function useComplaintWords() {
  return useTranslation('complaints').t;
}
