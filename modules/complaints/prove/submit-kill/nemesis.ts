// Kills the web process, the worker and PostgreSQL in turn, also when the answer is already on its way.
import type { Stack } from '@zhkh/tools/local.server';
import { type Proxy, startProxy } from './proxy.ts';
import type { Random } from '@zhkh/tools/testing/seeded';

export const blows = [
  'web',
  'web between commit and reply',
  'worker',
  'worker between acceptance and note',
  'postgres',
  'reply dropped',
] as const;
export type Blow = (typeof blows)[number];

export interface Nemesis {
  /** Ports people and the worker go through. */
  webPort: number;
  counts: Record<Blow, number>;
  run(kills: number): Promise<void>;
  close(): Promise<void>;
}

/** `smtpPort` is the port the product was told to send letters to. */
export async function startNemesis(stack: Stack, random: Random, smtpPort: number): Promise<Nemesis> {
  const counts = Object.fromEntries(blows.map((blow) => [blow, 0])) as Record<Blow, number>;
  const armed = new Map<Blow, () => void>();
  const strike = (blow: Blow) => {
    const hit = armed.get(blow);
    armed.delete(blow);
    hit?.();
    return hit !== undefined;
  };
  const web = await startProxy({ host: '127.0.0.1', port: stack.ports.portal }, (chunk) => {
    if (!chunk.subarray(0, 12).toString('latin1').startsWith('HTTP/1.1 302')) return 'pass';
    return strike('web between commit and reply') || strike('reply dropped') ? 'drop' : 'pass';
  });
  const smtp = await startProxy(
    { host: '127.0.0.1', port: stack.ports.smtp },
    (chunk) => (isAcceptance(chunk) && strike('worker between acceptance and note') ? 'drop' : 'pass'),
    smtpPort,
  );
  const context = { stack, random, counts, armed };
  return {
    webPort: web.port,
    counts,
    run: (kills) => fight(context, kills),
    close: async () => {
      await Promise.all([web, smtp].map((proxy: Proxy) => proxy.close()));
    },
  };
}

interface Fight {
  stack: Stack;
  random: Random;
  counts: Record<Blow, number>;
  armed: Map<Blow, () => void>;
}

/** The mail server's word after the letter's text: from here on the letter is out. */
const isAcceptance = (chunk: Buffer) => /^250 .*(queued|caught)/i.test(chunk.toString('latin1'));

async function fight(context: Fight, kills: number): Promise<void> {
  for (let done = 0; done < kills; ) {
    for (const blow of blows) {
      if (done >= kills) return;
      await pause(context.random.between(150, 900));
      if (!(await land(context, blow))) continue;
      context.counts[blow] += 1;
      // A dropped reply harms nobody's process: it is tried, but it is no kill.
      if (blow !== 'reply dropped') done += 1;
    }
  }
}

async function land({ stack, armed }: Fight, blow: Blow): Promise<boolean> {
  switch (blow) {
    case 'web':
      return await kill(stack, 'portal');
    case 'worker':
      return await kill(stack, 'worker');
    case 'postgres':
      return killPostgres(stack);
    case 'reply dropped':
      return await waitForBlow(armed, blow, () => undefined);
    case 'web between commit and reply':
      return (await waitForBlow(armed, blow, () => stack.process('portal').kill('SIGKILL'))) && (await revive(stack, 'portal'));
    case 'worker between acceptance and note':
      return (await waitForBlow(armed, blow, () => stack.process('worker').kill('SIGKILL'))) && (await revive(stack, 'worker'));
  }
}

async function kill(stack: Stack, name: 'portal' | 'worker'): Promise<boolean> {
  if (stack.process(name).pid() === null) return false;
  stack.process(name).kill('SIGKILL');
  return await revive(stack, name);
}

function killPostgres(stack: Stack): boolean {
  const pid = stack.postgres?.pid();
  if (!pid) return false;
  try {
    process.kill(pid, 'SIGKILL');
    return true;
  } catch {
    return false;
  }
}

/** The supervisor would wait longer after each crash in a row; here the next blow shall find the process alive. */
async function revive(stack: Stack, name: 'portal' | 'worker'): Promise<boolean> {
  const one = stack.process(name);
  for (let waited = 0; one.pid() !== null && waited < 2000; waited += 20) await pause(20);
  one.start();
  await one.ready(30_000);
  return true;
}

/** Arms a blow and waits for its moment; gives up when the moment does not come. */
async function waitForBlow(armed: Map<Blow, () => void>, blow: Blow, hit: () => void): Promise<boolean> {
  return await new Promise((resolve) => {
    const timer = setTimeout(() => {
      armed.delete(blow);
      resolve(false);
    }, 6000);
    armed.set(blow, () => {
      clearTimeout(timer);
      hit();
      resolve(true);
    });
  });
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
