// The card on a resident's home page: the three complaints that matter now.
import type { Context } from '@zhkh/kernel/module.server';
import type { ListItem } from '../views/shapes.ts';
import { myComplaints } from './my-complaints.server.ts';

export interface ResidentCard {
  items: ListItem[];
  total: number;
}

export async function residentCard(ctx: Context): Promise<ResidentCard | null> {
  if (ctx.actor.kind !== 'resident' || !ctx.actor.consented) return null;
  const { items, total } = await myComplaints(ctx, { page: 1, size: 3 });
  return { items, total };
}
