// An import in words: what it changes, how long it may take, how large a file is.
import { useFormat } from '@zhkh/ui';
import { useTranslation } from 'react-i18next';

const SAID = [
  'housesNew',
  'housesChanged',
  'managersChanged',
  'housesGone',
  'companiesNew',
  'companiesChanged',
  'contactsChanged',
  'premisesNew',
  'premisesChanged',
  'pointsSet',
  'contractsNew',
  'contractsChanged',
  'addressesNew',
  'addressesChanged',
  'addressesEnded',
  'outagesNew',
  'outagesChanged',
] as const;

/** «12 новых домов, 3 дома меняют компанию, 1 дом исчезает»; the rest as «name: number». */
export function useCounts(): (counts: Readonly<Record<string, number>>) => string[] {
  const { t } = useTranslation('imports');
  const f = useFormat();
  return (counts) => {
    const said = SAID.filter((name) => counts[name]).map((name) =>
      t(`runs.said.${name}`, { count: counts[name], shown: f.number(counts[name] ?? 0) }),
    );
    const rest = Object.entries(counts)
      .filter(([name]) => !(SAID as readonly string[]).includes(name))
      .map(([name, count]) => `${t(`runs.counts.${name}`, { defaultValue: name })}: ${f.number(count)}`);
    return [...said, ...rest];
  };
}

export function useDuration(): (seconds: number) => string {
  const { t } = useTranslation('imports');
  return (seconds) => {
    if (seconds < 60) return t('runs.time.seconds', { seconds: Math.max(1, Math.round(seconds)) });
    if (seconds < 3600) return t('runs.time.minutes', { minutes: Math.round(seconds / 60) });
    return t('runs.time.hours', { hours: Math.floor(seconds / 3600), minutes: Math.round((seconds % 3600) / 60) });
  };
}

export function useSize(): (bytes: number) => string {
  const { t } = useTranslation('imports');
  const f = useFormat();
  return (bytes) => {
    if (bytes >= 1e9) return t('runs.size.gb', { size: f.number(bytes / 1e9, 1) });
    if (bytes >= 1e6) return t('runs.size.mb', { size: f.number(bytes / 1e6, 1) });
    return t('runs.size.kb', { size: f.number(Math.ceil(bytes / 1000)) });
  };
}
