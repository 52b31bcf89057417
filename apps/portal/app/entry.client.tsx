// The browser's start: words of the installed modules and of this app.
import { hydrate } from '@zhkh/ui/entry-client';
import { words } from './words.ts';

hydrate(words);

// The page for those without network; of no use while Vite serves the sources.
if (import.meta.env.PROD && 'serviceWorker' in navigator) void navigator.serviceWorker.register('/sw.js').catch(() => undefined);
