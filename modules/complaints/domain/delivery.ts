// How a complaint reaches its addressee: channels, their states, back-off and when a person takes over.
import { addDays, instantAt, localDateOf, type WorkingCalendar } from '@zhkh/kernel/time';

export type Channel = 'cabinet' | 'letter' | 'call' | 'authority';
/** Waiting: for its next try, or a call for a person. Parked: no letter gets through. */
export type DeliveryState = 'waiting' | 'done' | 'parked' | 'discarded';

export interface PlannedDelivery {
  channel: Channel;
  state: DeliveryState;
  recipient: string | null;
}

/** A cabinet shows the complaint at once; the letter goes as well. With neither, a person calls. */
export function planDeliveries(company: { hasCabinet: boolean; email: string | null }): PlannedDelivery[] {
  const planned: PlannedDelivery[] = [];
  if (company.hasCabinet) planned.push({ channel: 'cabinet', state: 'done', recipient: null });
  if (company.email) planned.push({ channel: 'letter', state: 'waiting', recipient: company.email });
  if (planned.length === 0) planned.push({ channel: 'call', state: 'waiting', recipient: null });
  return planned;
}

const MINUTE = 60_000;
const WAITS = [1, 5, 15, 60, 180, 360, 720].map((minutes) => minutes * MINUTE);

/** Tries of one letter before a person takes over: about a day in all. */
export const LETTER_RETRY = { tries: WAITS.length + 1, waits: WAITS };

/** By when an employee must have opened the complaint before somebody calls: urgent within the hour, else the next working noon. */
export function openBy(priority: 'stop' | 'urgent' | 'normal', now: Date, zone: string, calendar: WorkingCalendar): Date {
  if (priority !== 'normal') return new Date(now.getTime() + 60 * MINUTE);
  let day = addDays(localDateOf(now, zone), 1);
  while (!calendar.isWorking(day)) day = addDays(day, 1);
  return instantAt(day, zone, 12);
}

/** The same letter keeps the same id over all tries: a doubled one can be told from a second one. */
export function messageIdOf(deliveryId: string, host: string): string {
  return `<complaint.${deliveryId}@${host.replace(/:\d+$/, '')}>`;
}
