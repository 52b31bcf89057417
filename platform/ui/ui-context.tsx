// Gives components what a page is drawn with: language, zone, the moment of the answer, modules.
import { createContext, type ReactNode, useContext, useMemo } from 'react';
import type { Locale } from '@zhkh/kernel/i18n';
import type { ModuleUi } from '@zhkh/kernel/module';
import {
  formatDate,
  formatDateTime,
  formatDay,
  formatShortDateTime,
  formatTime,
  formatUntil,
  type Moment,
} from '@zhkh/kernel/time';
import { formatDistance, formatMoney, formatNumber, formatPercent, formatSigned } from './text/numbers.ts';

export interface UiState {
  locale: Locale;
  zone: string;
  /** ISO time of the server's answer: server and browser then say the same «сегодня». */
  now: string;
  modules: readonly ModuleUi[];
  /** Ids of modules that are on in this region. */
  on: readonly string[];
}

const empty: UiState = { locale: 'ru', zone: 'Europe/Moscow', now: '2026-01-01T00:00:00Z', modules: [], on: [] };
const UiContext = createContext<UiState>(empty);

export function UiProvider({ value, children }: { value: UiState; children: ReactNode }) {
  return <UiContext.Provider value={value}>{children}</UiContext.Provider>;
}

export const useUi = () => useContext(UiContext);

/** Formatters bound to the page's language, zone and moment; pass a house's own zone where it differs. */
export function useFormat(zone?: string) {
  const ui = useUi();
  return useMemo(() => {
    const o = { zone: zone ?? ui.zone, locale: ui.locale, now: ui.now };
    return {
      date: (at: Moment) => formatDate(at, o),
      dateTime: (at: Moment) => formatDateTime(at, o),
      shortDateTime: (at: Moment) => formatShortDateTime(at, o),
      time: (at: Moment) => formatTime(at, o),
      until: (at: Moment) => formatUntil(at, o),
      day: (day: string) => formatDay(day, o),
      number: (value: number, digits?: number) => formatNumber(value, ui.locale, digits),
      signed: (value: number, digits?: number) => formatSigned(value, ui.locale, digits),
      percent: (share: number, digits?: number) => formatPercent(share, ui.locale, digits),
      money: (kopecks: number) => formatMoney(kopecks, ui.locale),
      distance: (metres: number) => formatDistance(metres, ui.locale),
    };
  }, [zone, ui.zone, ui.locale, ui.now]);
}
