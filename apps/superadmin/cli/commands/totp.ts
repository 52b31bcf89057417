// tenant totp LOGIN: what the authenticator of a demo account shows now.
import { demoTotp } from '@zhkh/kernel/auth.server';
import { systemClock } from '@zhkh/kernel/time';
import type { Command } from '../command.ts';

const totp: Command = async ({ config, args, say }) => {
  say(demoTotp({ config, clock: systemClock }, args[0] ?? ''));
  return 0;
};

export default totp;
