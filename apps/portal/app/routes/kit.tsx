// Parts and states of the design system on one page; only in the local mode.
import { notFound } from '@zhkh/kernel/errors';
import { pageTitle } from '@zhkh/ui';
import { read } from '../http.server.ts';
import { KitPage } from '../ui/kit-page.tsx';

export const loader = read({ can: 'public' }, ({ runtime }) => {
  if (runtime.config.mode === 'production') throw notFound();
  return { title: 'Части и состояния' };
});

export const meta = pageTitle;

export default function Kit() {
  return <KitPage />;
}
