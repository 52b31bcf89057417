// What the product sent, read from the catcher: codes from SMS, links from letters; and its orders to misbehave.
import { expect } from '@playwright/test';
import { e2eStack } from '@zhkh/tools/testing';

export interface Message {
  id: string;
  kind: 'mail' | 'sms';
  to: string;
  subject: string;
  text: string;
  messageId: string | null;
  at: string;
}

export async function messagesTo(to: string): Promise<Message[]> {
  const response = await fetch(`${e2eStack().catcher}/api/messages?to=${encodeURIComponent(to)}`);
  return (await response.json()) as Message[];
}

/** Waits for the newest message that fits; the worker sends, so it takes a moment. */
export async function waitForMessage(to: string, fits: (message: Message) => boolean, timeout = 20_000): Promise<Message> {
  let found: Message | undefined;
  await expect
    .poll(
      async () => {
        found = (await messagesTo(to)).find(fits);
        return found !== undefined;
      },
      { timeout, message: `a message to ${to}` },
    )
    .toBe(true);
  if (!found) throw new Error('No message');
  return found;
}

export async function codeFor(phone: string, since: Date): Promise<string> {
  const message = await waitForMessage(phone, (one) => one.kind === 'sms' && new Date(one.at) >= since && /\d{6}/.test(one.text));
  return /\d{6}/.exec(message.text)?.[0] ?? '';
}

export async function setFault(order: { smtp?: string; sms?: string }): Promise<void> {
  await fetch(`${e2eStack().catcher}/api/faults`, { method: 'POST', body: JSON.stringify(order) });
}
