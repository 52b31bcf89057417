// tenant seed SLUG [small|demo]
import { type Command, withRuntime } from '../command.ts';
import { seedRegion } from '../seed-region.ts';

const seed: Command = ({ config, args, say }) =>
  withRuntime(config, async (runtime) => {
    if (config.mode === 'production') throw new Error('Demo data exists in local and test mode only');
    const logins = await seedRegion(runtime, args[0] ?? '', args[1] === 'small' ? 'small' : 'demo', say);
    for (const { role, login } of logins) say(`${role}\t${login}`);
    return 0;
  });

export default seed;
