// The catcher as a process: node main.ts <http port> <smtp port> <folder>
import { startCatcher } from './start-catcher.server.ts';

const [http, smtp, folder] = process.argv.slice(2);
const catcher = await startCatcher({ http: Number(http), smtp: Number(smtp), folder: folder ?? null });
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void catcher.stop().then(() => process.exit(0)));
