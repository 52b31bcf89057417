// Houses by id.
import type { Context } from '@zhkh/kernel/module.server';
import type { HouseView } from '../contract.ts';
import { isGuid } from '@zhkh/kernel/checks';
import { houseColumns, toHouseView } from './house-columns.server.ts';

export async function house(ctx: Context, id: string): Promise<HouseView | null> {
  return (await housesByIds(ctx, [id])).get(id) ?? null;
}

export async function housesByIds(ctx: Context, ids: readonly string[]): Promise<Map<string, HouseView>> {
  const known = [...new Set(ids)].filter(isGuid);
  if (known.length === 0) return new Map();
  const rows = await ctx.db.selectFrom('house').select(houseColumns).where('house.id', 'in', known).execute();
  return new Map(rows.map((row) => [row.id, toHouseView(row)]));
}
