// Mail and SMS catcher as one thing to start and stop: in its own process for `npm start`, inside a test for tests.
import type { AddressInfo } from 'node:net';
import { type Faults, noFaults } from './faults.ts';
import { createCatcherHttp } from './http.server.ts';
import { createSmtp } from './smtp.server.ts';
import { createStore, type MessageStore } from './store.server.ts';

export interface Catcher {
  store: MessageStore;
  faults: Faults;
  smtpUrl: string;
  /** Page and JSON. */
  url: string;
  smsUrl: string;
  stop(): Promise<void>;
}

/** Port 0 = any free one; `folder` null = messages in memory only. */
export async function startCatcher({
  http = 0,
  smtp = 0,
  folder = null,
}: {
  http?: number;
  smtp?: number;
  folder?: string | null;
} = {}): Promise<Catcher> {
  const store = createStore(folder);
  const faults = noFaults();
  const mail = createSmtp(store, faults);
  const page = createCatcherHttp(store, faults);
  await new Promise<void>((resolve, reject) => mail.server.once('error', reject).listen(smtp, '127.0.0.1', resolve));
  await new Promise<void>((resolve, reject) => page.once('error', reject).listen(http, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(page.address() as AddressInfo).port}`;
  return {
    store,
    faults,
    url,
    smsUrl: `${url}/sms`,
    smtpUrl: `smtp://127.0.0.1:${(mail.server.address() as AddressInfo).port}`,
    stop: async () => {
      page.closeAllConnections();
      await Promise.all([
        new Promise((resolve) => page.close(resolve)),
        new Promise<void>((resolve) => mail.close(() => resolve())),
      ]);
    },
  };
}
