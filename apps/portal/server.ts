// The portal's process: one region per host, for residents, companies and authorities.
import { startAppServer } from '@zhkh/kernel/http.server';
import { installed } from '../../modules/installed.server.ts';

await startAppServer({ app: 'portal', folder: import.meta.dirname, modules: installed });
