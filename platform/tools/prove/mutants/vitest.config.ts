// Tests that judge the mutants of a domain: those beside its rules, in Stryker's copy of the module.
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: { include: ['modules/*/domain/**/*.test.ts'], exclude: ['**/node_modules/**', '**/*.int.test.ts'] },
});
