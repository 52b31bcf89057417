// Any address the portal does not know.
import { notFound } from '@zhkh/kernel/errors';
import { loader as read } from '../http.server.ts';

export const loader = read({ can: 'public' }, () => {
  throw notFound();
});

export default function NotFound() {
  return null;
}
