// How a complaint reaches its addressee: channels, their states, back-off and when a person takes over.
import { addDays, instantAt, localDateOf, type WorkingCalendar } from '@zhkh/kernel/time';

export type Channel = 'cabinet' | 'letter' | 'call' | 'authority';
export type DeliveryState = 'pending' | 'sending' | 'delivered' | 'failed' | 'waiting' | 'cancelled';

export interface PlannedDelivery {
  channel: Channel;
  state: DeliveryState;
  recipient: string | null;
}

/** A cabinet shows the complaint at once; the letter goes as well. With neither, a person calls. */
export function planDeliveries(company: { hasCabinet: boolean; email: string | null }): PlannedDelivery[] {
  const planned: PlannedDelivery[] = [];
  if (company.hasCabinet) planned.push({ channel: 'cabinet', state: 'delivered', recipient: null });
  if (company.email) planned.push({ channel: 'letter', state: 'pending', recipient: company.email });
  if (planned.length === 0) planned.push({ channel: 'call', state: 'waiting', recipient: null });
  return planned;
}

const MINUTE = 60_000;
const BACK_OFF = [1, 5, 15, 60, 180, 360, 720].map((minutes) => minutes * MINUTE);

/** Tries of one letter before a person takes over: about a day in all. */
export const MAX_TRIES = BACK_OFF.length + 1;

/** When to try again after `tries` tries; `spread` 0…1 keeps letters of one outage apart. Null = no more tries. */
export function nextTryAt(now: Date, tries: number, spread: number): Date | null {
  const wait = BACK_OFF[tries - 1];
  return wait === undefined ? null : new Date(now.getTime() + wait * (1 + spread / 4));
}

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
