// Floors and year of a house: its own register first, else the register of capital repair.
// Of one house, so both come by its index.
import { sql } from 'kysely';

const fromRepair = (column: 'commissioned_year' | 'floors') => sql`(
  select ${sql.ref(`repair.${column}`)} from capital_repair_house repair
  where repair.house_id = house.id and repair.ended_on is null order by repair.id limit 1)`;

export const builtYear = sql<number | null>`coalesce(house.built_year, ${fromRepair('commissioned_year')})`;
export const floors = sql<number | null>`coalesce(house.floors, ${fromRepair('floors')})`;
