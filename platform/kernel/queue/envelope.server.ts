// What a job carries: a region, a job and its input, signed. A job whose region was changed on the way is refused.
import { createHmac, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import type { Config } from '../config/config.ts';

const schema = z.strictObject({
  tenant: z.string().max(31),
  job: z.string().max(80),
  /** Cron runs: the minute they were due. */
  due: z.iso.datetime().nullable(),
  input: z.unknown(),
  signature: z.string().length(64),
});

export type Envelope = z.infer<typeof schema>;
export type Letter = Omit<Envelope, 'signature'>;

function sign(config: Pick<Config, 'secrets'>, { tenant, job, due, input }: Letter): string {
  const text = JSON.stringify([tenant, job, due, input ?? null]);
  return createHmac('sha256', config.secrets.databaseLogins).update(`job ${text}`).digest('hex');
}

export function seal(config: Pick<Config, 'secrets'>, letter: Letter): Envelope {
  const whole = { tenant: letter.tenant, job: letter.job, due: letter.due, input: letter.input ?? null };
  return { ...whole, signature: sign(config, whole) };
}

/** Throws when the data is not ours or does not belong to the region it names. */
export function unseal(config: Pick<Config, 'secrets'>, data: unknown): Letter {
  const { signature, ...letter } = schema.parse(data);
  const expected = Buffer.from(sign(config, letter));
  const given = Buffer.from(signature);
  if (given.length !== expected.length || !timingSafeEqual(given, expected))
    throw new Error('The job was not signed for this region');
  return letter;
}
