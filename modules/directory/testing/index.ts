// What tests of neighbours take from the directory.
export { decideMatch } from '../commands/decide-match.server.ts';
export { gar } from '../connectors/gar/connector.server.ts';
export { header as ozhfHeader } from '../connectors/ozhf/columns.ts';
export { ozhf } from '../connectors/ozhf/connector.server.ts';
export { moreCompanyFacts, moreHouseFacts } from '../queries/more-facts-of.server.ts';
export { provenanceOrphans } from '../queries/provenance-orphans.server.ts';
export * from './factories.ts';
