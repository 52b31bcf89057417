// Houses to ask about, one a request: those an operation asked about longest ago first, a few hundred a round.
import type { Context } from '@zhkh/kernel/module.server';
import { sql } from 'kysely';
import type { DirectorySettings } from '../../../settings.ts';
import type { Portion } from '../operation.ts';

/** `about` is the word under which the operation's requests keep their house. */
export async function housesDue(ctx: Context, about: string): Promise<Portion[]> {
  const { exchangeHousesPerRound } = await ctx.settings<DirectorySettings>('directory');
  const due = await sql<{ house: string }>`
    select house.fias_guids[1]::text as house
    from house
    left join lateral (select max(answered_at) as at from exchange_request where about ->> ${about}::text = house.fias_guids[1]::text) told on true
    where cardinality(house.fias_guids) > 0
    order by told.at nulls first, house.id
    limit ${exchangeHousesPerRound}`.execute(ctx.db);
  return due.rows.map(({ house }) => ({ about: { [about]: house }, content: { 'hm:FIASHouseGuid': house } }));
}
