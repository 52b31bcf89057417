// tenant seed SLUG [small|demo]
import type { CommandRun } from '@zhkh/kernel/module.server';
import { withRuntime } from '../with-runtime.ts';
import { seedRegion } from '../seed-region.ts';

const seed: CommandRun = ({ config, args, print }) =>
  withRuntime(config, async (runtime) => {
    if (config.mode === 'production') throw new Error('Demo data exists in local and test mode only');
    const logins = await seedRegion(runtime, args[0] ?? '', args[1] === 'small' ? 'small' : 'demo', print);
    for (const { role, login } of logins) print(`${role}\t${login}`);
    return 0;
  });

export default seed;
