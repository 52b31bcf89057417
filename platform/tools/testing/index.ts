// Door of the test kit: two regions, people in them, the leak probe, what end-to-end tests know of the product.
export { atLength } from './at-length.ts';
export { copyTemplate, type TestDatabase } from './cluster.server.ts';
export { type E2eStack, e2eStack, projectRoot } from './e2e.ts';
export { canary, foreignIn, leakProbe } from './leak-probe.ts';
export { heard, listening } from './listener.ts';
export { anonymousIn, asEmployee, asOfficial, asOperator, asResident, contextOf, systemIn } from './people.ts';
export { type RegionSlug, regionSlugs } from './regions.ts';
export { type TwoRegions, twoRegions } from './two-regions.ts';
export { type Catcher, startCatcher } from '../local/catcher/start-catcher.server.ts';
