// «Сведения по ОЖФ» of ГИС ЖКХ: a row per premises; houses, premises, companies and who manages what on the dump's day.
import path from 'node:path';
import { applyManagers } from '../../commands/apply-managers.server.ts';
import type { Connector } from '@zhkh/imports';
import { applyCompanies } from './apply-companies.server.ts';
import { applyHouses, applyStreets, countCities, countFlats } from './apply-houses.server.ts';
import { applyManagement } from './apply-management.server.ts';
import { applyPremises } from './apply-premises.server.ts';
import { columns, houseColumns } from './columns.ts';
import { countGone } from './count-gone.server.ts';
import { mapper } from './map-row.server.ts';

export const ozhf: Connector = {
  id: 'ozhf',
  kind: 'csv',
  headerRow: 1,
  required: [columns.address, columns.houseGuid, columns.mode, columns.ogrn, columns.premisesKind, columns.premisesNumber],
  stage: {
    stage_house: [
      'house_id',
      'street_id',
      'company_id',
      'management_id',
      'source_key',
      'gis_guid',
      'fias_guids',
      'gis_code',
      'oktmo',
      'address_raw',
      'address',
      'postal_code',
      'city',
      'street',
      'city_norm',
      'street_norm',
      'number',
      'number_key',
      'search_text',
      'kind',
      'status',
      'management_mode',
      'total_area',
      'living_area',
      'demolished_on',
      'ogrn',
      'kpp',
      'company_name',
      'company_short_name',
      'company_kind',
      'company_search',
    ],
    stage_premises: [
      'premises_id',
      'house_key',
      'source_key',
      'kind',
      'number',
      'room',
      'cadastral',
      'gis_guid',
      'gis_room_guid',
    ],
  },
  repeats: houseColumns,
  remembers: { edition: 1, tables: { stage_premises: 'premises' } },
  mapper,
  mapperModule: path.join(import.meta.dirname, 'map-row.server.ts'),
  diff: (_ctx, w, run) => countGone(w, run),
  async apply(ctx, w, run) {
    const companies = await applyCompanies(w, run);
    await applyStreets(w, run);
    const houses = await applyHouses(ctx, w, run);
    await countCities(w);
    const premises = await applyPremises(w, run);
    await countFlats(w, premises.recount);
    const management = await applyManagement(w, run);
    const managersChanged = await applyManagers(ctx, w, run.startedAt);
    return {
      ...companies,
      ...houses,
      premisesNew: premises.added,
      premisesChanged: premises.changed,
      ...management,
      managersChanged,
    };
  },
};
