// Runs an app's process: configuration, runtime, build or Vite, listening, an end that loses no request.
import { createServer, type Server } from 'node:http';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ServerBuild } from '@remix-run/node';
import type { Express, RequestHandler } from 'express';
import { loadConfig } from '../config/index.server.ts';
import { createServerTranslator, readWords } from '../i18n/server-words.server.ts';
import type { ModuleManifest } from '../module/define-module.server.ts';
import type { AppName } from '../module/define-ui.ts';
import { createRegistry } from '../module/registry.server.ts';
import { createRuntime } from '../runtime/runtime.server.ts';
import { createAppServer, type ServerTools } from './create-server.server.ts';

export interface StartOptions {
  app: AppName;
  /** The app's folder: `import.meta.dirname`. */
  folder: string;
  modules: readonly ModuleManifest[];
  before?(server: Express, tools: ServerTools): void;
  /** Vite in this process instead of the build; `--dev` on the command line by default. */
  dev?: boolean;
  /** Large uploads: the largest body, and how long one may take to come in. */
  uploads?: { maxBodyBytes: number; seconds: number };
}

const DRAIN_MS = 10_000;

/** Resolves when the app listens. SIGTERM and SIGINT end it: no new connections, running requests finish, then the pools close. */
export async function startAppServer(options: StartOptions): Promise<void> {
  const { app, folder } = options;
  const config = loadConfig();
  const registry = createRegistry(options.modules);
  const words = { [app]: readWords(pathToFileURL(path.join(folder, 'app', 'words', '/'))) };
  const translatorFor = createServerTranslator(
    registry.modules.map((module) => module.id),
    words,
  );
  const runtime = createRuntime({ config, registry, name: app, parts: { translatorFor } });
  const stopping = new AbortController();
  const { port } = config.apps[app];
  const source = (options.dev ?? process.argv.includes('--dev')) ? await fromVite(folder, port) : await fromBuild(folder);
  const server = createServer();
  server.requestTimeout = (options.uploads?.seconds ?? 300) * 1000;
  server.headersTimeout = 20_000;
  server.keepAliveTimeout = 65_000;
  server.on(
    'request',
    await createAppServer({
      app,
      folder,
      runtime,
      ...source,
      before: options.before,
      isStopping: () => stopping.signal.aborted,
      ...(options.uploads && { maxBodyBytes: options.uploads.maxBodyBytes }),
    }),
  );
  await listen(server, port);
  runtime.log.info({ port }, `${app} listens`);
  const end = () => {
    if (stopping.signal.aborted) return;
    stopping.abort();
    void drain(server).then(async () => {
      await Promise.allSettled([source.close(), runtime.close()]);
      process.exit(0);
    });
  };
  process.on('SIGTERM', end);
  process.on('SIGINT', end);
}

interface Source {
  build(): Promise<ServerBuild>;
  vite?: RequestHandler;
  close(): Promise<void>;
}

async function fromBuild(folder: string): Promise<Source> {
  const file = pathToFileURL(path.join(folder, 'build', 'server', 'index.js')).href;
  const build = (await import(file)) as ServerBuild;
  return { build: async () => build, close: async () => undefined };
}

async function fromVite(folder: string, port: number): Promise<Source> {
  const { createServer: createVite } = await import('vite');
  // Two apps at once need a socket each for hot reload.
  const vite = await createVite({ root: folder, server: { middlewareMode: true, hmr: { port: port + 21_000 } } });
  return {
    build: () => vite.ssrLoadModule('virtual:remix/server-build') as Promise<unknown> as Promise<ServerBuild>,
    vite: vite.middlewares as unknown as RequestHandler,
    close: () => vite.close(),
  };
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, () => {
      server.off('error', reject);
      resolve();
    });
  });
}

function drain(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => {
      server.closeAllConnections();
      resolve();
    }, DRAIN_MS);
    server.close(() => {
      clearTimeout(timer);
      resolve();
    });
    server.closeIdleConnections();
  });
}
