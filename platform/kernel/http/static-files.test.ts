// Files of the compiled app: packed on demand; one that went away is simply not there.
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import express from 'express';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { staticFiles } from './static-files.server.ts';

let folder: string;
let server: Server;
const script = () => path.join(folder, 'assets', 'a-1.js');
const ask = (name: string, encoding = 'br') =>
  fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}${name}`, { headers: { 'accept-encoding': encoding } });

beforeAll(async () => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'static-'));
  mkdirSync(path.join(folder, 'assets'));
  writeFileSync(script(), 'let a = 1;');
  writeFileSync(path.join(folder, 'icon.svg'), '<svg/>');
  const app = express().use(staticFiles(folder));
  server = app.listen(0, '127.0.0.1');
  await once(server, 'listening');
});
afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true });
});

it('is 404 in every encoding when the file is gone, and is served again once it is back', async () => {
  rmSync(script());
  rmSync(path.join(folder, 'icon.svg'));
  for (const encoding of ['br', 'identity']) {
    const answer = await ask('/assets/a-1.js', encoding);
    expect(answer.status).toBe(404);
    expect(answer.headers.get('cache-control') ?? '').not.toContain('immutable');
  }
  expect((await ask('/icon.svg')).status).toBe(404);
  writeFileSync(script(), 'let a = 2;');
  const answer = await ask('/assets/a-1.js');
  expect([answer.status, answer.headers.get('content-encoding'), await answer.text()]).toEqual([200, 'br', 'let a = 2;']);
});
