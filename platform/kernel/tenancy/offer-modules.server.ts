// Puts installed modules into the plans their manifests name, each once: later changes of operators hold.
import type { OwnerAccess } from './owner-access.server.ts';

/** Run after the control plane is migrated. A plan this installation does not have is passed over until it has it. */
export async function offerModules(
  { migrator }: OwnerAccess,
  modules: readonly { id: string; plans?: readonly string[] }[],
): Promise<void> {
  const offers = modules.flatMap(({ id, plans = [] }) => plans.map((plan) => ({ plan, module: id })));
  if (offers.length === 0) return;
  const plans = offers.map((offer) => offer.plan);
  const ids = offers.map((offer) => offer.module);
  await migrator`
    with fresh as (
      insert into platform.plan_offer (plan, module, offered_at)
      select plan.code, offer.module, now()
      from unnest(${plans}::text[], ${ids}::text[]) as offer (plan, module) join platform.plan on plan.code = offer.plan
      on conflict do nothing
      returning plan, module
    )
    insert into platform.plan_module (plan, module) select plan, module from fresh on conflict do nothing`;
}
