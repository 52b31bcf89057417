// tenant ensure SLUG…
import type { CommandRun } from '@zhkh/kernel/module.server';
import { ensureRegions } from '../ensure-regions.ts';

const ensure: CommandRun = async ({ config, args, print }) => ((await ensureRegions(config, args, print)) === 0 ? 0 : 1);

export default ensure;
