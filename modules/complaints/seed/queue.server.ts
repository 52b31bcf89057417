// What waits for an official on the demo: an address nobody knows yet, and a house nobody manages.
import { createHash } from 'node:crypto';
import type { HouseView } from '@zhkh/directory';
import { newId } from '@zhkh/kernel/db.server';
import type { Context } from '@zhkh/kernel/module.server';
import { noClocks } from '../core/clocks.server.ts';
import { reference } from '../core/reference.server.ts';
import { bySystem, type TrailEntry } from '../core/trail.server.ts';
import { contentOf, titleOf } from '../domain/fingerprint.ts';
import { startAt } from '../domain/status.ts';
import type { Author } from './places.server.ts';
import { sameUuid } from './random.ts';
import type { Rows } from './rows.server.ts';

const HOUR = 3_600_000;

interface Waiting {
  key: string;
  house: HouseView | null;
  typedAddress: string | null;
  category: string;
  body: string;
  place: string;
  hoursAgo: number;
}

export async function queueRows(ctx: Context, authors: readonly Author[], unmanaged: HouseView | null): Promise<Rows[]> {
  const unknown = {
    key: 'unknown',
    house: null,
    typedAddress: 'ул. Новосёлов, 3, корпус 2, дом сдали летом',
    category: 'yard.light',
    body: 'Двор нового дома без освещения, столбы стоят, ламп нет.',
    place: 'двор',
    hoursAgo: 5,
  };
  const alone = {
    key: 'unmanaged',
    house: unmanaged,
    typedAddress: null,
    category: 'roof.drainpipe',
    body: 'Вода с крыши льёт по стене. Кто управляет домом, не знаем.',
    place: 'со двора',
    hoursAgo: 27,
  };
  const waiting: Waiting[] = unmanaged ? [unknown, alone] : [unknown];
  return Promise.all(waiting.map((one, index) => rowsOf(ctx, one, authors[index + 1] as Author)));
}

async function rowsOf(ctx: Context, one: Waiting, author: Author): Promise<Rows> {
  const category = (await reference(ctx)).category(one.category);
  if (!category) throw new Error(`No category ${one.category}`);
  const id = newId();
  const filedAt = new Date(ctx.clock.now().getTime() - one.hoursAgo * HOUR);
  const address = one.house?.address ?? one.typedAddress ?? '';
  const title = titleOf(category, one.body, one.place);
  const content = { house: one.house?.id, category: category.code, body: one.body, place: one.place, flat: '' };
  const filed: TrailEntry = { complaintId: id, at: filedAt, kind: 'filed', who: { kind: 'resident', id: author.id, label: '' } };
  return {
    complaint: {
      id,
      author_id: author.id,
      contact_name: author.name,
      idempotency_key: sameUuid(`demo queue ${ctx.tenant.slug} ${one.key}`),
      fingerprint: createHash('sha256').update(contentOf(content)).digest('hex'),
      category_code: category.code,
      title,
      body: one.body,
      place: one.place,
      house_id: one.house?.id ?? null,
      typed_address: one.typedAddress,
      address,
      municipality: one.house?.oktmo?.slice(0, 5) ?? null,
      oktmo: one.house?.oktmo ?? null,
      time_zone: one.house?.timeZone ?? ctx.tenant.timeZone,
      addressee: 'authority',
      company_id: null,
      status: one.house ? startAt.unmanagedHouse : startAt.unknownHouse,
      priority: category.priority,
      filed_at: filedAt,
      clock_started_at: filedAt,
      ...noClocks,
      search_text: `${title} ${address} ${one.body}`.toLowerCase().replaceAll('ё', 'е'),
    },
    deliveries: [],
    answer: null,
    grade: null,
    trail: [filed, { ...filed, who: bySystem, kind: one.house ? 'unmanaged' : 'queued' }],
  };
}
