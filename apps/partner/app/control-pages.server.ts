// Pages this app shares with the other one above the regions: what their loaders and actions do.
import { controlPages } from '@zhkh/kernel/control-pages.server';

export const pages = controlPages('partner', 'auth:staff.partner-title');
