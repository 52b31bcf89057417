// The catcher takes what the product sends over real SMTP and HTTP, and misbehaves on order.
import { createTransport } from 'nodemailer';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Catcher, startCatcher } from './start-catcher.server.ts';

let catcher: Catcher;
beforeAll(async () => {
  catcher = await startCatcher();
});
afterAll(() => catcher.stop());
beforeEach(() => {
  catcher.store.clear();
  Object.assign(catcher.faults, { smtp: 'ok', sms: 'ok' });
});

const send = (extra: object = {}) =>
  createTransport(catcher.smtpUrl).sendMail({
    from: 'ЖКХ <noreply@zhkh.test>',
    to: 'ivan@example.test',
    subject: 'Обращение № 12',
    text: 'Ссылка: http://tyumen.localhost:3000/join/abc',
    ...extra,
  });
const post = (path: string, body: object) => fetch(`${catcher.url}${path}`, { method: 'POST', body: JSON.stringify(body) });
const list = async (query = '') =>
  (await (await fetch(`${catcher.url}/api/messages${query}`)).json()) as {
    to: string;
    text: string;
    subject: string;
    messageId: string;
  }[];

describe('letters', () => {
  it('keeps subject, text and Message-ID, found by receiver', async () => {
    await send({ messageId: '<one@zhkh.test>' });
    await send({ to: 'other@example.test' });
    expect(await list('?to=IVAN@example.test')).toMatchObject([{ subject: 'Обращение № 12', messageId: '<one@zhkh.test>' }]);
    expect(await list()).toHaveLength(2);
  });

  it('refuses, hides or leaves in doubt when told to', async () => {
    for (const smtp of ['451', '550', 'down'] as const) {
      await post('/api/faults', { smtp });
      await expect(send(), smtp).rejects.toThrow();
    }
    expect(await list()).toHaveLength(0);
    await post('/api/faults', { smtp: 'drop-after-data' });
    await expect(send()).rejects.toThrow();
    expect(await list()).toHaveLength(1);
  });

  it('shows a hostile letter without letting it run', async () => {
    await send({
      subject: '<img src=x onerror=alert(1)>',
      text: '<script>alert(1)</script> http://a.test/"onmouseover=x',
      html: '<script>alert(1)</script>',
    });
    const [message] = catcher.store.list();
    const page = await (await fetch(`${catcher.url}/?id=${message?.id}`)).text();
    expect(page).not.toMatch(/<script>alert|<img src=x|"onmouseover/);
    const letter = await fetch(`${catcher.url}/html/${message?.id}`);
    expect(letter.headers.get('content-security-policy')).toMatch(/default-src 'none'.*sandbox/);
  });
});

describe('SMS', () => {
  it('is found by phone however it is written', async () => {
    expect((await post('/sms', { to: '+79120000001', text: 'Код 123456', sender: 'ZHKH' })).status).toBe(200);
    expect(await list(`?to=${encodeURIComponent('+79120000001')}`)).toHaveLength(1);
    expect(await list('?to=+79120000001')).toHaveLength(1);
    expect(await list('?to=79120000002')).toHaveLength(0);
  });

  it('fails when told to and refuses an unknown fault', async () => {
    expect((await post('/api/faults', { sms: 'explode' })).status).toBe(400);
    await post('/api/faults', { sms: '500' });
    expect((await post('/sms', { to: '+79120000001', text: 'x' })).status).toBe(500);
    await post('/api/faults', { sms: 'down' });
    await expect(post('/sms', { to: '+79120000001', text: 'x' })).rejects.toThrow();
    expect(await list()).toHaveLength(0);
  });
});
