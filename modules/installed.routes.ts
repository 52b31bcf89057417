// The route tables of the installed modules: read by each app's build.
import complaints from '@zhkh/complaints/routes';
import directory from '@zhkh/directory/routes';
import outages from '@zhkh/outages/routes';

export const installedRoutes = [directory, complaints, outages];
