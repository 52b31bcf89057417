// End-to-end tests in a real browser, on a stack of their own: `npx playwright test`, or `npm test` for everything.
// E2E_PORT_BASE moves its ports, CHROMIUM_PATH names another browser.
import os from 'node:os';
import path from 'node:path';
import { defineConfig } from '@playwright/test';

const base = Number(process.env.E2E_PORT_BASE || 4300);
const fromNpm = process.platform === 'linux' && process.arch === 'x64' ? path.join(os.tmpdir(), 'chromium') : undefined;
const executablePath = process.env.CHROMIUM_PATH || fromNpm;

// Specs that load registers, compare whole regions before and after, switch modules or sign in as the operator again and again.
const regionLane = ['above-regions', 'imports', 'isolation', 'registers', 'registers-open', 'tax-service'];

export default defineConfig({
  testDir: '.',
  globalSetup: './platform/tools/testing/e2e-setup.ts',
  outputDir: '.cache/e2e',
  // One product stands under all specs. Two lanes run side by side, each spec after the other within its lane.
  workers: 2,
  projects: [
    { name: 'regions', testMatch: `apps/*/e2e/{${regionLane.join(',')}}.spec.ts`, workers: 1 },
    { name: 'people', testMatch: 'apps/*/e2e/**/*.spec.ts', testIgnore: `**/{${regionLane.join(',')}}.spec.ts`, workers: 1 },
  ],
  // Vitest runs beside: on two cores a page may take a few times its usual time.
  timeout: 120_000,
  expect: { timeout: 15_000 },
  forbidOnly: true,
  reporter: [['list']],
  use: {
    baseURL: `http://tyumen.localhost:${base}`,
    locale: 'ru-RU',
    timezoneId: 'Asia/Yekaterinburg',
    viewport: { width: 390, height: 844 },
    trace: 'retain-on-failure',
    screenshot: 'only-on-failure',
    launchOptions: {
      ...(executablePath ? { executablePath } : { channel: 'chrome' }),
      args: ['--no-sandbox', '--disable-dev-shm-usage'],
    },
  },
});
