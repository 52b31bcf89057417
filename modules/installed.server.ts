// The modules this product is made of, as manifests: read by the servers, the worker, migrations and tests.
import complaints from '@zhkh/complaints/module';
import directory from '@zhkh/directory/module';

export const installed = [directory, complaints];

export { applyImport, connectorIds, findHouses, type ImportProgress, type ImportReport, runImport } from '@zhkh/directory/module';
