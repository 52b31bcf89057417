// Writes the letter and the SMS to a subscriber: what, where, until when, why, by whom, a link to stop.
import { layLetter } from '@zhkh/kernel/notify.server';
import { headline, momentText, periodText, servicesText, type Words, whyText } from '../domain/phrase.ts';
import type { News } from '../domain/telling.ts';
import type { Telling } from './read-tellings.server.ts';

export interface Message {
  subject: string;
  text: string;
  html: string;
  sms: string;
}

export interface Sender {
  origin: string;
  /** «Тюменская область» */
  region: string;
  /** In the receiver's language. */
  words: Words;
}

export function composeMessage(telling: Telling, news: News, sender: Sender): Message {
  const { words } = sender;
  const { t } = words;
  const title = titleOf(words, telling, news);
  const letter = layLetter({
    sender: t('letter.sender', { region: sender.region }),
    heading: title,
    body: bodyOf(words, telling, news),
    button: { label: t('letter.open'), url: `${sender.origin}/houses/${telling.houseId}` },
    footer: t('letter.foot', { address: telling.address, link: `${sender.origin}/outages/stop/${telling.stopToken}` }),
  });
  return { ...letter, subject: `${title}: ${telling.address}`, sms: plain(t('sms.text', { address: telling.address, title })) };
}

/** A no-break space makes some gateways cut an SMS in two. */
const plain = (text: string) => text.replaceAll('\u00a0', ' ');

function titleOf(words: Words, { outage }: Telling, news: News): string {
  const { t } = words;
  const what = servicesText(words, outage);
  if (news === 'announced') return headline(words, outage);
  if (news === 'ended')
    return t(`letter.ended.${outage.type}`, { what: t(`back.${outage.services[0]}`), more: outage.services.length - 1 });
  if (news === 'cancelled') return t('letter.cancelled', { what });
  if (!outage.ends_at) return t('letter.moved-open', { what });
  return t('letter.moved', { what, until: momentText(words, outage.time_zone, outage.ends_at) });
}

function bodyOf(words: Words, { outage, address, toldEndsAt }: Telling, news: News): (string | readonly [string, string])[] {
  const { t } = words;
  const place = [t('letter.place'), address] as const;
  const when = [t('letter.when'), periodText(words, outage)] as const;
  const why = [t('letter.why'), whyText(words, outage)] as const;
  const who = [t('letter.who'), outage.author_name || outage.supplier] as const;
  const before =
    news === 'moved' && toldEndsAt ? ([t('letter.before'), momentText(words, outage.time_zone, toldEndsAt)] as const) : null;
  const cancelled =
    news === 'cancelled' && outage.cancel_reason ? ([t('letter.why-cancelled'), outage.cancel_reason] as const) : null;
  if (news === 'cancelled') return [place, when, ...(cancelled ? [cancelled] : [])];
  if (news === 'ended') return [place, t('letter.if-not')];
  const info = outage.info ? [outage.info] : [];
  return [place, when, ...(before ? [before] : []), why, ...(who[1] ? [who] : []), ...info];
}
