// The operators' process: the control plane over all regions, with the board of queues beside Remix.
import { startAppServer } from '@zhkh/platform/http.server';
import { installed } from '../../modules/installed.server.ts';
import { mountBoard } from './mount-board.server.ts';

await startAppServer({ app: 'superadmin', folder: import.meta.dirname, modules: installed, before: mountBoard });
