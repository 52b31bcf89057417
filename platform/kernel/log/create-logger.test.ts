// Nothing personal leaves through the log, whatever way it is put in.
import { describe, expect, it } from 'vitest';
import { createLogger } from './create-logger.server.ts';

function capture() {
  const lines: string[] = [];
  const log = createLogger({ level: 'debug', name: 'test', to: { write: (line: string) => void lines.push(line) } });
  return { log, text: () => lines.join(''), last: () => JSON.parse(lines.at(-1) ?? '{}') as Record<string, unknown> };
}

const PHONES = ['+79123456789', '8 (912) 345-67-89', '79123456789', '+7 912 345 67 89'];
const DIGITS = /912\D*345\D*67\D*89/;

describe('log', () => {
  it('hides phones and addresses of mail in messages, fields, nested fields and child bindings', () => {
    const { log, text } = capture();
    for (const phone of PHONES) {
      log.info(`code sent to ${phone}`);
      log.info({ phone, deep: { note: `call ${phone}`, list: [phone] } }, 'sent');
      log.child({ who: phone }).warn('hm');
      log.error(new Error(`duplicate key (phone)=(${phone})`));
    }
    log.info({ receiver: 'иван@почта.рф', email: 'a@b.ru' }, 'letter to ivan.petrov+1@example.org');
    expect(text()).not.toMatch(DIGITS);
    expect(text()).not.toMatch(/почта|example\.org|a@b/);
  });

  it('hides codes, passwords, tokens, cookies and free text by the name of the field', () => {
    const { log, text } = capture();
    log.info({
      code: '123456',
      password: 'hunter2',
      sessionToken: 'tok-1',
      headers: { cookie: 'sid=1', authorization: 'Bearer x1' },
      text: 'течёт труба',
    });
    expect(text()).not.toMatch(/123456|hunter2|tok-1|sid=1|Bearer|течёт/);
  });

  it('hides logins in connection strings', () => {
    const { log, text } = capture();
    log.error(new Error('cannot reach postgres://owner:s3cret@127.0.0.1:5432/app'));
    expect(text()).not.toMatch(/s3cret/);
  });

  it('keeps what is needed to find a fault: reasons, ids, region and request, valid JSON', () => {
    const { log, last } = capture();
    const id = '019a7123-4567-7890-8123-456789012345';
    log
      .child({ tenant: 'tyumen', requestId: id })
      .info({ code: 'complaints.not-yours', complaintId: id, oktmo: '71701000001x', ms: 79123456789 }, 'refused');
    expect(last()).toMatchObject({
      tenant: 'tyumen',
      requestId: id,
      code: 'complaints.not-yours',
      complaintId: id,
      ms: 79123456789,
      level: 'info',
    });
  });
});
