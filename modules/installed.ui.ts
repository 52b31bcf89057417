// Navigation, slots and words of the installed modules: read by each app in the browser and on the server.
import complaints from '@zhkh/complaints/ui';
import directory from '@zhkh/directory/ui';
import imports from '@zhkh/imports/ui';
import outages from '@zhkh/outages/ui';

export const installedUi = [imports, directory, complaints, outages];
