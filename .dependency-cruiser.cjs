// Who may import whom, over the resolved graph: packages, modules, and the floors of the kernel. Run by `npm run check`.

/** The kernel's floors, lowest first: a room imports its own floor and the floors below. `context.server.ts` names types of floor 1: it is what commands reach. */
const FLOORS = [
  ['errors', 'time', 'checks', 'limits', 'i18n', 'log', 'config'],
  ['db', 'tenancy'],
  ['module', 'work'],
  ['audit', 'auth', 'billing', 'events', 'export', 'files', 'flags', 'notify', 'outbound', 'queue', 'search'],
  ['runtime'],
  ['http', 'worker'],
  ['control-pages'],
];
const kernelRooms = (floors) => `^platform/kernel/(${floors.flat().join('|')})/`;
const IN_TESTS = ['\\.test\\.tsx?$', '/testing/'];

const floorRules = FLOORS.slice(0, -1).map((rooms, floor) => ({
  name: `kernel-floor-${floor}-${rooms[0]}`,
  comment: `${rooms.join(', ')}: nothing of the floors above.`,
  severity: 'error',
  from: { path: kernelRooms([rooms]), pathNot: [...IN_TESTS, '^platform/kernel/module/context\\.server\\.ts$'] },
  to: { path: kernelRooms(FLOORS.slice(floor + 1)) },
}));

/** Rooms of a module and those a room may not reach (`domain` has a rule of its own). directory and imports join when their pages have left their routes. */
const CLOSED_ROOMS = {
  routes: ['core', 'delivery', 'handlers', 'jobs'],
  ui: ['commands', 'core', 'delivery', 'handlers', 'jobs', 'queries', 'routes', 'views'],
  commands: ['handlers', 'jobs', 'queries', 'routes', 'ui', 'views'],
  queries: ['commands', 'delivery', 'handlers', 'jobs', 'routes', 'ui'],
  views: ['commands', 'delivery', 'handlers', 'jobs', 'queries', 'routes', 'ui'],
  delivery: ['commands', 'handlers', 'jobs', 'queries', 'routes', 'ui', 'views'],
  core: ['commands', 'delivery', 'handlers', 'jobs', 'queries', 'routes', 'ui', 'views'],
};

const roomRules = Object.entries(CLOSED_ROOMS).map(([room, closed]) => ({
  name: `module-room-${room}`,
  comment: `${room}: nothing of ${closed.join(', ')}.`,
  severity: 'error',
  from: { path: `^modules/([^/]+)/${room}/`, pathNot: [...IN_TESTS, '^modules/(directory|imports)/'] },
  to: {
    path: `^modules/$1/(${closed.join('|')})/`,
    // A component takes the type of its data from the query; what its page is (shapes, pills) stands in views.
    ...(room === 'ui' ? { pathNot: '^modules/[^/]+/views/[^.]+\\.ts$', dependencyTypesNot: ['type-only'] } : {}),
  },
}));

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'no-relative-way-into-another-package',
      comment: 'Packages are entered by their doors (`@zhkh/x/door`), never by a relative path.',
      severity: 'error',
      from: { path: '^(platform/[^/]+|modules/[^/]+|apps/[^/]+)/', pathNot: 'vite\\.config\\.ts$' },
      to: {
        path: '^(platform/[^/]+|modules/[^/]+|apps/[^/]+)/',
        pathNot: ['^$1/', '^modules/installed\\.', '/node_modules/'],
        dependencyTypesNot: ['aliased-workspace'],
      },
    },
    {
      name: 'no-closed-door',
      comment: 'The import leads nowhere: no such file, or the package does not list it in `exports`.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: ['^virtual:', '\\.(css|svg|woff2)(\\?|$)'] },
    },
    {
      name: 'platform-knows-nobody',
      severity: 'error',
      from: { path: '^platform/' },
      to: { path: '^(modules|apps)/' },
    },
    {
      name: 'kernel-stands-alone',
      comment: 'The kernel knows neither the look nor the tools; it is loaded by plain node, so no JSX or CSS.',
      severity: 'error',
      from: { path: '^platform/kernel/', pathNot: IN_TESTS },
      to: { path: ['^platform/(ui|tools)/', '\\.(tsx|css)$'] },
    },
    {
      name: 'ui-is-the-look',
      comment: 'The look takes from the kernel only what is safe in a browser, and nothing from the tools.',
      severity: 'error',
      from: { path: '^platform/ui/', pathNot: [...IN_TESTS, 'entry-server'] },
      to: { path: ['^platform/tools/', '^platform/kernel/.*\\.server\\.ts$'], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'tools-are-not-the-product',
      comment: 'Only launchers, tests, benches and proofs use the tools.',
      severity: 'error',
      from: {
        path: '^(modules|apps)/',
        pathNot: [
          ...IN_TESTS,
          '/(e2e|bench|prove)/',
          'vite\\.config\\.ts$',
          '^apps/superadmin/(worker\\.ts$|cli/)',
          '^modules/[^/]+/seed',
        ],
      },
      to: { path: '^platform/tools/' },
    },
    ...floorRules,
    ...roomRules,
    {
      name: 'modules-do-not-know-apps',
      severity: 'error',
      from: { path: '^modules/' },
      to: { path: '^apps/' },
    },
    {
      name: 'neighbours-by-contract-only',
      severity: 'error',
      from: {
        path: '^modules/([^/]+)/',
        pathNot: ['\\.(test|int\\.test)\\.tsx?$', '^modules/[^/]+/(testing|prove|bench|fixtures)/'],
      },
      to: { path: '^modules/[^/]+/', pathNot: ['^modules/$1/', '^modules/[^/]+/contract\\.ts$'] },
    },
    {
      name: 'proofs-enter-neighbours-by-the-test-kit',
      severity: 'error',
      from: { path: '^modules/([^/]+)/(prove|bench|fixtures)/', pathNot: '\\.(test|int\\.test)\\.tsx?$' },
      to: { path: '^modules/[^/]+/', pathNot: ['^modules/$1/', '^modules/[^/]+/(contract\\.ts$|testing/)'] },
    },
    {
      name: 'domain-is-pure',
      comment: 'zod, errors, time and checks of the kernel; no server, database or React.',
      severity: 'error',
      from: { path: '^modules/[^/]+/domain/', pathNot: '\\.test\\.ts$' },
      to: {
        path: '.',
        pathNot: [
          '^modules/[^/]+/domain/',
          '^modules/[^/]+/contract\\.ts$',
          '^platform/kernel/(errors|time|checks)/',
          '^platform/kernel/module/(index|define-contract|define-ui)\\.ts$',
          'node_modules/zod/',
          '\\.json$',
        ],
      },
    },
    {
      name: 'no-server-in-the-browser',
      comment: 'ui, routes.ts and browser doors reach no server file (types excepted).',
      severity: 'error',
      from: {
        path: ['^modules/[^/]+/(ui|ui\\.ts|routes\\.ts)', '^platform/ui/', '^modules/installed\\.ui\\.ts'],
        pathNot: ['\\.server\\.tsx?$', '\\.test\\.tsx?$', 'entry-server'],
      },
      to: { path: '\\.server\\.tsx?$', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'nobody-imports-an-app',
      severity: 'error',
      from: { path: '^apps/([^/]+)/' },
      to: { path: '^apps/', pathNot: '^apps/$1/' },
    },
    {
      name: 'apps-enter-modules-by-the-lists',
      comment:
        'Apps know modules only through modules/installed.*: npm links every workspace into node_modules of the root, where those files look, so no app declares a module.',
      severity: 'error',
      from: { path: '^apps/', pathNot: ['/e2e/', '/prove/', '/bench/', '\\.test\\.tsx?$'] },
      to: { path: '^modules/[^/]+/' },
    },
    {
      name: 'no-circle',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'tests-stay-tests',
      comment: 'Product code does not lean on tests or the test kit.',
      severity: 'error',
      from: { path: '^(platform|modules|apps)/', pathNot: ['\\.test\\.tsx?$', '/(testing|e2e|bench|prove|fixtures)/'] },
      to: {
        path: [
          '\\.test\\.tsx?$',
          '^platform/tools/testing/',
          '^modules/[^/]+/testing/',
          'node_modules/(vitest|@playwright|playwright|fast-check)/',
        ],
      },
    },
    {
      name: 'no-undeclared-package',
      severity: 'error',
      from: {
        path: '^(platform|modules|apps)/',
        pathNot: ['\\.test\\.tsx?$', '/(testing|e2e|bench|prove)/', 'vite\\.config\\.ts$', '^platform/tools/(vite|types)/'],
      },
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: ['(^|/)build/', '\\.data/', '^platform/tools/generators/module/templates'] },
    combinedDependencies: true,
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'types', 'default'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'],
    },
  },
};
