// Houses the demo complaints come from, with who manages each; and the residents who write.
import { hasCabinet } from '@zhkh/kernel/auth.server';
import { directory, type HouseView, type ManagerView } from '@zhkh/directory';
import { ensureDemoResident } from '@zhkh/kernel/auth.server';
import type { Context, Write } from '@zhkh/kernel/module.server';
import { firstNames } from './stories.ts';

export interface Place {
  house: HouseView;
  manager: ManagerView;
  hasCabinet: boolean;
}

const STREETS = ['мира', 'ленина', 'республики', 'садовая', 'лесная', 'советская', 'гагарина', 'пушкина'];

export interface DemoHouses {
  /** Managed houses, those of companies with a cabinet first. */
  places: Place[];
  unmanaged: HouseView | null;
}

export async function demoHouses(ctx: Context): Promise<DemoHouses> {
  const service = ctx.service(directory);
  const hits = await Promise.all(STREETS.map((street) => service.findHouses(street, 12)));
  const houses = [...(await service.housesByIds([...new Set(hits.flat().map((hit) => hit.id))])).values()];
  const places: Place[] = [];
  let unmanaged: HouseView | null = null;
  for (const house of houses.sort((a, b) => a.address.localeCompare(b.address, 'ru'))) {
    const manager = await service.managerOf(house.id);
    if (manager) places.push({ house, manager, hasCabinet: await hasCabinet(ctx.db, manager.companyId) });
    else unmanaged ??= house;
  }
  return { places: places.sort((a, b) => Number(b.hasCabinet) - Number(a.hasCabinet)), unmanaged };
}

export interface Author {
  id: string;
  name: string;
}

/** The first is the resident everybody signs in as on the demo. */
export async function demoAuthors(ctx: Context, w: Write): Promise<Author[]> {
  const { subjectCode } = ctx.tenant;
  const authors: Author[] = [
    {
      id: await ensureDemoResident(ctx, w, { phone: `+7912${subjectCode}00101`, name: 'Ольга Смирнова' }),
      name: 'Ольга Смирнова',
    },
  ];
  for (const [index, name] of firstNames.entries()) {
    const phone = `+7912${subjectCode}0020${index}`;
    authors.push({ id: await ensureDemoResident(ctx, w, { phone, name }), name });
  }
  return authors;
}
