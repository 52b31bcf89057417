// Territories of an authority as permission rules: ОКТМО codes, matched to a row's `municipality` and `oktmo`.
import type { Allow, Condition } from '../module/permission-rules.ts';

/** `territories` of the actor: five digits name a municipal district, more a settlement in it; null is the whole region. */
export function allowInTerritory(
  allow: Allow,
  permissions: readonly string[],
  subject: string,
  territories: readonly string[] | null,
): void {
  for (const permission of permissions) for (const condition of conditionsOf(territories)) allow(permission, subject, condition);
}

/** No territory, no rule: an empty list gives nothing. A row of no district (an outage over several) is the whole region's. */
function conditionsOf(territories: readonly string[] | null): (Condition | undefined)[] {
  if (territories === null) return [undefined];
  const districts = territories.filter((code) => code.length === 5);
  const settlements = territories.filter((code) => code.length > 5);
  return [
    ...(districts.length > 0 ? [{ municipality: { $in: districts } }] : []),
    ...(settlements.length > 0 ? [{ oktmo: { $in: settlements } }] : []),
  ];
}

/** Where a table keeps the columns the rules name, for `whereAllowed`. */
export function territoryColumns(table: string): { municipality: string; oktmo: string } {
  return { municipality: `${table}.municipality`, oktmo: `${table}.oktmo` };
}
