// What tests, proofs and benches of neighbours take from imports.
export { garMoreParts } from './gar-more-parts.ts';
export { garParts, guidOf, inventedGar } from './gar-archive.ts';
export { type Addresses, addressesOf, openContext, openGround, SCHEMA } from './ground.ts';
export { type ImportDesk, importDesk } from './import-desk.ts';
export { demoFile, DEMO_FILES } from './demo-files.ts';
export { garSource } from './invented-sources.ts';
export { tenantCli } from './tenant-cli.ts';
export { readZip } from './zip-reader.ts';
export { writeZip } from './zip-writer.ts';
export { sampleRows } from '../cells/sample-rows.ts';
export { xmlEncoding } from '../read/xml/xml-encoding.ts';
export { applyImport, runImport } from '../run/run-import.server.ts';
