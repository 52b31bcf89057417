// The Vite set-up every app shares: Remix with all future flags, workspace packages bundled from source.
import { vitePlugin as remix } from '@remix-run/dev';
import type { Plugin, UserConfig } from 'vite';

declare module '@remix-run/node' {
  interface Future {
    v3_singleFetch: true;
  }
}

const future = {
  v3_fetcherPersist: true,
  v3_lazyRouteDiscovery: true,
  v3_relativeSplatPath: true,
  v3_routeConfig: true,
  v3_singleFetch: true,
  v3_throwAbortReason: true,
} as const;

const BROWSER_PACKAGES = [
  'react',
  'react/jsx-runtime',
  'react/jsx-dev-runtime',
  'react-dom',
  'react-dom/client',
  '@remix-run/react',
  'i18next',
  'react-i18next',
  'leaflet',
  'react-aria-components',
  'zod',
  '@simplewebauthn/browser',
];

/** Pages import the kernel as the server itself does, from its sources: one copy a process, so classes and module state are shared. */
const kernelOutside: Plugin = {
  name: 'zhkh-kernel-outside',
  enforce: 'pre',
  resolveId: (id, _importer, { ssr }) => (ssr && id.startsWith('@zhkh/kernel/') ? { id, external: true } : null),
};

/** `hmrPort`: one per app, three of them run beside each other in development. */
export function remixApp({ hmrPort }: { hmrPort: number }): UserConfig {
  return {
    plugins: [kernelOutside, remix({ future, ignoredRouteFiles: ['**/*'] })],
    build: { target: 'es2022' },
    resolve: { dedupe: ['react', 'react-dom', '@remix-run/react', 'i18next', 'react-i18next'] },
    // All there is in the browser: found late, one of them would reload the first page and bring a second React.
    optimizeDeps: { noDiscovery: true, include: BROWSER_PACKAGES },
    ssr: { noExternal: [/^@zhkh\//, /^@fontsource/] },
    server: { hmr: { port: hmrPort } },
  };
}
