// The process of the partners' app: one host for all regions.
import { startAppServer } from '@zhkh/kernel/http.server';
import { installed } from '../../modules/installed.server.ts';

await startAppServer({ app: 'partner', folder: import.meta.dirname, modules: installed });
