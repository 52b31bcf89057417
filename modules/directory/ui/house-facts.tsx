// Facts of a house as pairs; what no register told is left out, not drawn as a dash.
import { DefinitionList, useFormat } from '@zhkh/platform/ui';
import { useTranslation } from 'react-i18next';
import type { HouseView } from '../contract.ts';
import type { HouseCard } from '../queries/house-card.server.ts';

export function HouseFacts({ house, facts, full }: { house: HouseView; facts: HouseCard['facts']; full?: boolean }) {
  const { t } = useTranslation('directory');
  const f = useFormat(house.timeZone);
  const metres = (value: number) => `${f.number(value, 1)} м²`;
  const pairs = [
    { name: t('facts.flats'), value: house.flats && f.number(house.flats) },
    { name: t('facts.area'), value: facts.area !== null && metres(facts.area) },
    { name: t('facts.livingArea'), value: facts.livingArea !== null && metres(facts.livingArea) },
    { name: t('facts.floors'), value: facts.floors },
    { name: t('facts.builtYear'), value: facts.builtYear },
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
