// Without network a person sees a page in plain words instead of the browser's own. Nothing personal is ever kept here.
const CACHE = 'shell-2';
const OFFLINE = '/offline';

self.addEventListener('install', (event) => {
  event.waitUntil(keepShell().then(() => self.skipWaiting()));
});

self.addEventListener('activate', (event) => {
  event.waitUntil(dropOld().then(() => self.clients.claim()));
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.mode === 'navigate' && request.method === 'GET') {
    event.respondWith(
      fetch(request).catch(() => caches.match(OFFLINE, { ignoreVary: true }).then((page) => page ?? Response.error())),
    );
  }
  // With network the browser's own cache is quicker and keeps its preloads.
  if (!navigator.onLine && request.method === 'GET' && new URL(request.url).pathname.startsWith('/assets/')) {
    event.respondWith(fetch(request).catch(() => caches.match(request).then((kept) => kept ?? Response.error())));
  }
});

/** The offline page is asked for without cookies: as everybody sees it, with the styles it names. */
async function keepShell() {
  const page = await fetch(OFFLINE, { credentials: 'omit' });
  if (!page.ok) throw new Error('no offline page');
  const html = await page.text();
  const assets = [...html.matchAll(/href="(\/assets\/[^"]+\.(?:css|woff2))"/g)].map((match) => match[1]);
  const cache = await caches.open(CACHE);
  // Without scripts: it is shown under other addresses, where the router would reload it for ever.
  const still = html.replace(/<script[\s\S]*?<\/script>/g, '').replace(/<link rel="modulepreload"[^>]*>/g, '');
  await cache.put(OFFLINE, new Response(still, { headers: page.headers }));
  await cache.addAll([...new Set(assets)]);
}

async function dropOld() {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name !== CACHE).map((name) => caches.delete(name)));
}
