// Unit tests (pure, beside the code) and integration tests (real PostgreSQL, two regions, a database per worker).
import { defineConfig } from 'vitest/config';

const folders = '{platform,modules,apps,migrations}';
// Files of one worker share what they import: no test replaces a module, and loading the product anew for each file took a third of the time.
const common = {
  isolate: false,
  exclude: ['**/node_modules/**', '**/build/**', '**/e2e/**'],
  testTimeout: 20_000,
  hookTimeout: 60_000,
};

export default defineConfig({
  esbuild: { jsx: 'automatic' },
  test: {
    projects: [
      {
        extends: true,
        test: { ...common, name: 'unit', include: [`${folders}/**/*.test.ts`], exclude: [...common.exclude, '**/*.int.test.ts'] },
      },
      { extends: true, test: { ...common, name: 'ui', include: [`${folders}/**/*.test.tsx`], environment: 'happy-dom' } },
      {
        extends: true,
        test: {
          ...common,
          name: 'integration',
          include: [`${folders}/**/*.int.test.ts`],
          globalSetup: ['./platform/tools/testing/global-setup.ts'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
