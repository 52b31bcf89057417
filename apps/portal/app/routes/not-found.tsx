// Any address the portal does not know.
import { notFound } from '@zhkh/kernel/errors';
import { pageTitle } from '@zhkh/ui';
import { read } from '../http.server.ts';

export const loader = read({ can: 'public' }, () => {
  throw notFound();
});

export const meta = pageTitle;

export default function NotFound() {
  return null;
}
