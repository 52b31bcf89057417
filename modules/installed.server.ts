// The modules this product is made of, as manifests: read by the servers, the worker, migrations and tests.
import complaints from '@zhkh/complaints/module';
import directory from '@zhkh/directory/module';
import imports from '@zhkh/imports/module';
import outages from '@zhkh/outages/module';

export const installed = [imports, directory, complaints, outages];
