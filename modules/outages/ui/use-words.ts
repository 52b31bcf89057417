// Words of this module for its components.
import { useTranslation } from 'react-i18next';

export function useOutageWords() {
  return useTranslation('outages').t;
}
