// Signs what a job of the queue carries, a region and a job; refuses one whose region was changed on the way.
import { createHmac, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import type { Config } from '../config/config.ts';

const schema = z.strictObject({
  tenant: z.string().max(31),
  job: z.string().max(80),
  signature: z.string().length(64),
});

export type Envelope = z.infer<typeof schema>;
export type Order = Omit<Envelope, 'signature'>;

function sign(config: Pick<Config, 'secrets'>, { tenant, job }: Order): string {
  const text = JSON.stringify([tenant, job]);
  return createHmac('sha256', config.secrets.databaseLogins).update(`job ${text}`).digest('hex');
}

export function seal(config: Pick<Config, 'secrets'>, order: Order): Envelope {
  return { ...order, signature: sign(config, order) };
}

/** Throws when the data is not ours or does not belong to the region it names. */
export function unseal(config: Pick<Config, 'secrets'>, data: unknown): Order {
  const { signature, ...order } = schema.parse(data);
  const expected = Buffer.from(sign(config, order));
  const given = Buffer.from(signature);
  if (given.length !== expected.length || !timingSafeEqual(given, expected))
    throw new Error('The job was not signed for this region');
  return order;
}
