// tenant migrate
import type { CommandRun } from '@zhkh/kernel/module.server';
import { migrateAll } from '../migrate-all.ts';

const migrate: CommandRun = async ({ config, print }) => ((await migrateAll(config, print)) === 0 ? 0 : 1);

export default migrate;
