// Letters and SMS from the transaction that queues them to what the receiver got, with every fault of the wire in between.
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { JobContext } from '../module/context.server.ts';
import { systemIn } from '@zhkh/tools/testing';
import { type TwoRegions, twoRegions } from '@zhkh/tools/testing';
import { createMailTransport } from './mail-transport.server.ts';
import { outgoingMessages } from './outgoing-messages.server.ts';
import { createSmsTransport } from './sms-transport.server.ts';

let regions: TwoRegions;
let ctx: JobContext;
beforeAll(async () => {
  regions = await twoRegions([]);
});
afterAll(() => regions.close());
afterEach(() => ctx.mail.close());

/** A worker just started: its breakers know nothing of the faults before. */
beforeEach(async () => {
  const system = await systemIn(regions, 'tyumen');
  ctx = {
    ...system,
    mail: createMailTransport(regions.config, { connectMs: 1000, idleMs: 700 }),
    sms: createSmsTransport(regions.config, 500),
  };
  regions.catcher.faults.smtp = 'ok';
  regions.catcher.faults.sms = 'ok';
});

const freshMail = () => {
  ctx.mail.close();
  ctx = { ...ctx, mail: createMailTransport(regions.config) };
};
const run = () => outgoingMessages.run(ctx, { signal: AbortSignal.timeout(20_000) });
const letter = (key: string, more: { purpose?: string; expiresAt?: Date } = {}) =>
  ctx.write((w) =>
    w.notify.letter({
      key,
      to: `${key}@uk.example`,
      subject: `Тема ${key}`,
      text: `Текст ${key}`,
      purpose: 'test.letter',
      ...more,
    }),
  );
const row = (key: string) => ctx.db.selectFrom('outgoing_message').selectAll().where('key', '=', key).executeTakeFirstOrThrow();
const received = async (to: string) => (await regions.catcher.store.list()).filter((message) => message.to.includes(to));

describe('queueing', () => {
  it('lives and dies with the transaction, once per key', async () => {
    await ctx
      .write(async (w) => {
        await w.notify.letter({ key: 'undone', to: 'a@uk.example', subject: '', text: '', purpose: 'test' });
        throw new Error('undo');
      })
      .catch(() => undefined);
    await letter('once');
    await letter('once');
    expect((await ctx.db.selectFrom('outgoing_message').select('key').execute()).map((one) => one.key)).toEqual(['once']);
  });

  it('refuses what is no address before anything is written', async () => {
    const error = await ctx
      .write((w) => w.notify.letter({ key: 'bad', to: 'a@b.example,c@d.example', subject: '', text: '', purpose: 'test' }))
      .catch((e: { code: string }) => e);
    expect(error).toMatchObject({ code: 'platform.bad-email' });
    expect(
      await ctx
        .write((w) => w.notify.sms({ key: 'bad', to: '89120000000', text: '', purpose: 'test' }))
        .catch((e: { code: string }) => e),
    ).toMatchObject({ code: 'platform.bad-phone' });
  });
});

describe('sending', () => {
  it('delivers once, by two workers at the same time as well', async () => {
    for (let i = 0; i < 30; i += 1) await letter(`many-${i}`);
    await ctx.write((w) => w.notify.sms({ key: 'sms-1', to: '+79120000001', text: 'Код 123', purpose: 'test' }));
    await Promise.all([run(), run(), run()]);
    for (let i = 0; i < 30; i += 1) expect(await received(`many-${i}@`)).toHaveLength(1);
    expect(await received('+79120000001')).toHaveLength(1);
    expect(await row('many-7')).toMatchObject({ state: 'done', tries: 1, doubts: 0 });
  });

  it('waits while the server is down and goes out after it is back, without using up its tries for good', async () => {
    regions.catcher.faults.smtp = 'down';
    await letter('patient');
    await run();
    expect(await row('patient')).toMatchObject({ state: 'waiting', tries: 0, doubts: 0, last_error: expect.any(String) });
    regions.catcher.faults.smtp = 'ok';
    freshMail();
    await run();
    expect(await row('patient')).toMatchObject({ state: 'waiting' });
    regions.clock.advance(30_000);
    await run();
    expect(await row('patient')).toMatchObject({ state: 'done' });
    expect(await received('patient@')).toHaveLength(1);
  });

  it('parks what was refused for good, and an operator may send it again or drop it', async () => {
    regions.catcher.faults.smtp = '550';
    await letter('refused');
    await letter('dropped');
    await run();
    const parked = await outgoingMessages.parked(ctx.db, 10);
    expect(parked.map((one) => [one.subject, one.reason?.slice(0, 3)])).toEqual([
      ['test.letter', '550'],
      ['test.letter', '550'],
    ]);
    expect(JSON.stringify(parked)).not.toMatch(/uk\.example|Текст/);
    regions.catcher.faults.smtp = 'ok';
    const [refused, dropped] = [await row('refused'), await row('dropped')];
    await ctx.write(async (w) => {
      expect(await outgoingMessages.retry(w.db, refused.id, ctx.clock.now())).toBe(1);
      expect(await outgoingMessages.discard(w.db, dropped.id, ctx.clock.now())).toBe(1);
    });
    await run();
    expect([(await row('refused')).state, (await row('dropped')).state]).toEqual(['done', 'discarded']);
  });

  it('a drop after the body is a doubt: counted, sent again under the same Message-ID', async () => {
    regions.catcher.faults.smtp = 'drop-after-data';
    await letter('doubt');
    await run();
    const first = await row('doubt');
    expect(first).toMatchObject({ state: 'waiting', doubts: 1, tries: 1 });
    regions.catcher.faults.smtp = 'ok';
    freshMail();
    regions.clock.advance(30_000);
    await run();
    expect(await row('doubt')).toMatchObject({ state: 'done', doubts: 1, tries: 2, message_id: first.message_id });
    expect((await received('doubt@')).map((message) => message.messageId)).toContain(first.message_id);
  });

  it('a worker that died while sending leaves a doubt to the next one', async () => {
    await letter('orphan');
    expect(await outgoingMessages.claim(ctx)).toHaveLength(1);
    expect(await outgoingMessages.claim(ctx)).toHaveLength(0);
    regions.clock.advance(90_000);
    await run();
    expect(await row('orphan')).toMatchObject({ state: 'done', doubts: 1, tries: 2 });
  });

  it('codes are blank after sending and not sent when too late', async () => {
    await letter('code', { purpose: 'auth.code' });
    await letter('late', { purpose: 'auth.code', expiresAt: regions.clock.now() });
    await run();
    expect(await row('code')).toMatchObject({ state: 'done', text: '', html: null });
    expect(await row('late')).toMatchObject({ state: 'parked', text: '', last_error: 'Too late to be of use' });
    expect(await received('late@')).toHaveLength(0);
  });

  it.each(['down', '500', 'garbage', 'slow'] as const)('an SMS provider that is %s holds nothing up', async (fault) => {
    regions.catcher.faults.sms = fault;
    await ctx.write((w) => w.notify.sms({ key: `sms-${fault}`, to: '+79120000002', text: 'x', purpose: 'test' }));
    await letter(`beside-${fault}`);
    await run();
    expect(await row(`sms-${fault}`)).toMatchObject({ state: 'waiting', last_error: expect.any(String) });
    expect((await row(`beside-${fault}`)).state).toBe('done');
  });

  it('an erased code that is sent again reaches nobody as an empty letter', async () => {
    await letter('erased', { purpose: 'auth.code', expiresAt: regions.clock.now() });
    await run();
    const { id } = await row('erased');
    await ctx.db.updateTable('outgoing_message').set({ expires_at: null }).where('id', '=', id).execute();
    await outgoingMessages.retry(ctx.db, id, regions.clock.now());
    await run();
    expect(await row('erased')).toMatchObject({ state: 'parked', last_error: 'Its text is erased: a new one must be asked for' });
    expect(await received('erased@')).toEqual([]);
  });

  it('counts by state, and the neighbour region has none of it', async () => {
    expect((await outgoingMessages.counts(ctx.db)).done).toBeGreaterThan(30);
    expect((await outgoingMessages.counts((await systemIn(regions, 'omsk')).db)).done).toBe(0);
  });
});
