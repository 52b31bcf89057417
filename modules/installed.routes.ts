// The route tables of the installed modules: read by each app's build.
import complaints from '@zhkh/complaints/routes';
import directory from '@zhkh/directory/routes';
import imports from '@zhkh/imports/routes';
import outages from '@zhkh/outages/routes';

export const installedRoutes = [imports, directory, complaints, outages];
