// The operators' process: the control plane over all regions, with the board of queues beside Remix.
import { startAppServer } from '@zhkh/kernel/http.server';
import { installed } from '../../modules/installed.server.ts';
import { mountBoard } from './mount-board.server.ts';

/** Registers come in files of gigabytes, over lines that are not always quick. */
const uploads = { maxBodyBytes: 4_400_000_000, seconds: 4 * 3600 };

await startAppServer({ app: 'superadmin', folder: import.meta.dirname, modules: installed, before: mountBoard, uploads });
