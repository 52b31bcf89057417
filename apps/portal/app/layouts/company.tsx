// Cabinet of a managing company. Every page under it asks for its own right.
import { useLoaderData } from '@remix-run/react';
import { read } from '../http.server.ts';
import { staffCard } from '../queries/staff-card.server.ts';
import { StaffCabinet } from '../shell/staff-cabinet.tsx';

export const loader = read({ can: 'signed-in' }, ({ ctx }) => staffCard(ctx));

export default function Layout() {
  return <StaffCabinet area="company" card={useLoaderData<typeof loader>()} />;
}
