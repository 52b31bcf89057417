// The portal as an application on a phone, under the region's name.
import { read } from '../http.server.ts';
import { regionName } from '../shell/portal-data.server.ts';

export const loader = read({ can: 'public' }, ({ ctx }) => {
  const manifest = {
    name: `${ctx.t('platform:brand')}. ${regionName(ctx)}`,
    short_name: ctx.t('portal:shortName'),
    lang: ctx.locale,
    start_url: '/',
    scope: '/',
    display: 'standalone',
    background_color: '#f5f3ee',
    theme_color: '#f5f3ee',
    icons: [
      { src: '/icon.svg', sizes: 'any', type: 'image/svg+xml', purpose: 'any' },
      { src: '/icon-192.png', sizes: '192x192', type: 'image/png' },
      { src: '/icon-512.png', sizes: '512x512', type: 'image/png', purpose: 'any maskable' },
    ],
  };
  return new Response(JSON.stringify(manifest), {
    headers: {
      'Content-Type': 'application/manifest+json; charset=utf-8',
      'Cache-Control': 'public, max-age=3600',
      Vary: 'Cookie, Accept-Language',
    },
  });
});
