// tenant totp LOGIN: what the authenticator of a demo account shows now.
import { demoTotp } from '@zhkh/kernel/auth.server';
import { systemClock } from '@zhkh/kernel/time';
import type { CommandRun } from '@zhkh/kernel/module.server';

const totp: CommandRun = async ({ config, args, print }) => {
  print(demoTotp({ config, clock: systemClock }, args[0] ?? ''));
  return 0;
};

export default totp;
