// Finds the company of the demo cabinet: the one that manages the first house found.
import type { Context } from '@zhkh/kernel/module.server';
import { createDirectory } from '../service.server.ts';

const STREETS = ['республики', 'ленина', 'мира', 'ул'];

export async function findDemoCompany(ctx: Context): Promise<{ id: string; name: string } | null> {
  const service = createDirectory(ctx);
  for (const letters of STREETS) {
    for (const house of await service.findHouses(letters, 20)) {
      const manager = await service.managerOf(house.id);
      if (manager) return { id: manager.companyId, name: manager.shortName };
    }
  }
  return null;
}
