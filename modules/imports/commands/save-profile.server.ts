// Saves a whole mapping profile at once: made of a file and mapped. One of the same title stays as it is.
import type { Context } from '@zhkh/kernel/module.server';
import type { NewProfile } from '../contract.ts';
import { namedFact, profileConnectorId } from '../domain/profile.ts';
import { profileById } from '../queries/profiles.server.ts';
import { createProfile } from './create-profile.server.ts';
import { saveMapping } from './save-mapping.server.ts';

export async function saveProfile(ctx: Context, input: NewProfile): Promise<string | null> {
  const known = await ctx.db.selectFrom('import_profile').select('id').where('title', '=', input.title).executeTakeFirst();
  if (known) return null;
  const { title, origin, target, filePath, keyColumn, keyKind } = input;
  const profileId = await createProfile(ctx, { title, origin, target, filePath });
  await saveMapping(ctx, { profileId, keyColumn, keyKind, facts: input.facts.map(namedFact) });
  const profile = await profileById(ctx, profileId);
  return profile && profileConnectorId(profile.code);
}
