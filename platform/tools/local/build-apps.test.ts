// What counts as a whole build.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { missingFiles } from './build-apps.server.ts';

let root: string;
const put = (name: string, text: string) => {
  mkdirSync(path.dirname(path.join(root, name)), { recursive: true });
  writeFileSync(path.join(root, name), text);
};

beforeAll(() => {
  root = mkdtempSync(path.join(os.tmpdir(), 'build-apps-'));
  for (const app of ['portal', 'partner', 'superadmin']) {
    put(`apps/${app}/build/server/index.js`, `const url = "/assets/entry-${app}.js", css = ["/assets/look-1.css"];`);
    put(`apps/${app}/build/client/assets/entry-${app}.js`, '');
    put(`apps/${app}/build/client/assets/look-1.css`, '');
  }
});
afterAll(() => rmSync(root, { recursive: true }));

it('is whole when every server and every asset it names is there', () => {
  expect(missingFiles(root)).toEqual([]);
});

it('names an asset that is gone, and a server that is gone', () => {
  rmSync(path.join(root, 'apps/portal/build/client/assets/look-1.css'));
  rmSync(path.join(root, 'apps/partner/build'), { recursive: true });
  expect(missingFiles(root)).toEqual(['apps/portal/build/client/assets/look-1.css', 'apps/partner/build/server/index.js']);
});
