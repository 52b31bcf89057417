// Facts of a house as pairs; what no register told is left out, not drawn as a dash.
import { DefinitionList, useFormat } from '@zhkh/ui';
import { useTranslation } from 'react-i18next';
import type { HouseView } from '../contract.ts';
import type { CapitalRepair } from '../queries/capital-repair-of.server.ts';
import type { FactSource, HouseCard } from '../queries/house-card.server.ts';

interface Props {
  house: HouseView;
  facts: HouseCard['facts'];
  lifts?: number;
  full?: boolean;
}

/** Floors, year and lifts the house's own register does not tell: the register of capital repair does, and is named as their source. */
export function filledByRepair(facts: HouseCard['facts'], repair: CapitalRepair | null) {
  const lifts = (repair?.elements ?? []).filter((element) => /лифт/i.test(element.kind) && !element.until);
  const taken = facts.floors === null && repair?.floors != null;
  const year = facts.builtYear === null && repair?.builtYear != null;
  const sources: (FactSource | null)[] = [
    ...(taken || year ? [repair?.source ?? null] : []),
    ...(lifts[0] ? [lifts[0].source] : []),
  ];
  const floors = facts.floors ?? repair?.floors ?? null;
  return { facts: { ...facts, floors, builtYear: facts.builtYear ?? repair?.builtYear ?? null }, lifts: lifts.length, sources };
}

export function HouseFacts({ house, facts, lifts = 0, full }: Props) {
  const { t } = useTranslation('directory');
  const f = useFormat(house.timeZone);
  const metres = (value: number) => `${f.number(value, 1)} м²`;
  const pairs = [
    { name: t('facts.flats'), value: house.flats && f.number(house.flats) },
    { name: t('facts.area'), value: facts.area !== null && metres(facts.area) },
    { name: t('facts.livingArea'), value: facts.livingArea !== null && metres(facts.livingArea) },
    { name: t('facts.floors'), value: facts.floors },
    { name: t('facts.builtYear'), value: facts.builtYear },
    { name: t('facts.lifts'), value: lifts > 0 && lifts },
    { name: t('facts.status'), value: t(`status.${house.status}`) },
    { name: t('facts.mode'), value: t(`mode.${house.managementMode}`) },
    { name: t('facts.postalCode'), value: facts.postalCode },
    { name: t('facts.oktmo'), value: full && house.oktmo },
    { name: t('facts.gisGuid'), value: full && facts.gisGuid },
  ];
  return (
    <DefinitionList pairs={pairs.filter((pair) => pair.value !== null && pair.value !== false && pair.value !== undefined)} />
  );
}
