// Types of the directory's tables (migrations/tenant/directory).
import type { Generated } from 'kysely';
import type { CompanyKind, HouseStatus, ManagementMode } from './contract.ts';
import './db-fns.ts';
import './db-registers.ts';
import '@zhkh/imports';

export interface CompanyTable {
  id: string;
  ogrn: string;
  inn: string | null;
  kpp: string | null;
  kind: CompanyKind;
  name: string;
  short_name: string;
  search_text: string;
  email: string | null;
  phone: string | null;
  dispatcher_phone: string | null;
  site: string | null;
  address: string | null;
  import_id: string | null;
  import_line: number | null;
  contacts_import_id: string | null;
  contacts_import_line: number | null;
  created_at: Date;
  updated_at: Date;
}

export interface HouseTable {
  id: string;
  source_key: string;
  gis_guid: string | null;
  fias_guids: Generated<string[]>;
  gis_code: string | null;
  oktmo: string | null;
  municipality: string | null;
  address_raw: string;
  address: string;
  postal_code: string | null;
  city: string;
  street: string;
  number: string;
  number_key: string;
  search_text: string;
  street_id: string | null;
  kind: 'apartment' | 'detached' | 'block' | 'other';
  status: HouseStatus;
  management_mode: ManagementMode;
  total_area: number | null;
  living_area: number | null;
  floors: number | null;
  built_year: number | null;
  demolished_on: string | null;
  flats: number | null;
  time_zone: string;
  lat: number | null;
  lon: number | null;
  point_source: string | null;
  point_at: Date | null;
  point_import_id: string | null;
  point_import_line: number | null;
  company_id: string | null;
  import_id: string | null;
  import_line: number | null;
  created_at: Date;
  updated_at: Date;
}

export interface HouseStreetTable {
  id: string;
  city: string;
  street: string;
  city_norm: string;
  street_norm: string;
  search_text: string;
  city_houses: Generated<number>;
}

export interface StreetDictionaryTable {
  one: Generated<boolean>;
  version: number;
}

export interface PremisesTable {
  id: string;
  house_id: string;
  source_key: string;
  number: string;
  room: Generated<string>;
  kind: 'residential' | 'non-residential' | 'other';
  area: number | null;
  cadastral: string | null;
  gis_guid: string | null;
  gis_room_guid: string | null;
  import_id: string | null;
  import_line: number | null;
  /** Mark of the raw record (64 bits as text). */
  record_hash: string | null;
}

export interface ManagementTable {
  id: string;
  house_id: string;
  company_id: string;
  valid_from: string;
  valid_to: string | null;
  from_exact: boolean;
  source: 'register' | 'contract' | 'manual';
  contract_guid: string | null;
  document: string | null;
  import_id: string | null;
  import_line: number | null;
  created_at: Date;
  updated_at: Date;
}

export interface ResidenceTable {
  id: string;
  account_id: string;
  house_id: string;
  flat: string | null;
  since: Date;
  until: Date | null;
}

/** Records of ГАР keep their own numbers; versions of one object share `object_id`. */
interface GarFact {
  fact_date: string;
  import_id: string;
  import_line: number;
}

/** A record of the archive itself, with the mark of its bytes. */
interface GarRecord extends GarFact {
  record_hash: string | null;
}

export interface GarTypeTable {
  dictionary: 'house' | 'addhouse' | 'object' | 'level';
  code: string;
  name: string;
  short_name: string;
  is_active: Generated<boolean>;
  fact_date: string | null;
  import_id: string | null;
  import_line: number | null;
}

export interface GarObjectTable extends GarRecord {
  id: number;
  object_id: number;
  guid: string;
  name: string;
  type_name: string;
  print: string;
  name_norm: string;
  level: number;
  is_actual: boolean;
  is_active: boolean;
  end_date: string;
}

export interface GarHouseTable extends GarRecord {
  id: number;
  object_id: number;
  guid: string;
  number: string | null;
  house_type: string | null;
  add_number1: string | null;
  add_type1: string | null;
  add_number2: string | null;
  add_type2: string | null;
  number_key: string;
  is_actual: boolean;
  is_active: boolean;
  end_date: string;
}

export interface GarPlaceTable extends GarRecord {
  tree: 'adm' | 'mun';
  id: number;
  object_id: number;
  parent_id: number | null;
  path: string;
  oktmo: string | null;
  is_active: boolean;
}

export interface GarParamTable extends GarRecord {
  id: number;
  object_id: number;
  type_id: number;
  value: string;
  end_date: string;
}

export interface GarRegistryTable extends GarRecord {
  object_id: number;
  guid: string;
  level: number;
  is_active: boolean;
}

export interface GarObjectTextTable {
  object_id: number;
  adm_text: string;
  mun_text: string;
  city_norm: string;
  street_norm: string;
  postal_code: string | null;
  oktmo: string | null;
  import_id: string;
}

export interface GarAddressTable extends GarFact {
  object_id: number;
  guid: string;
  adm_text: string;
  mun_text: string;
  number_text: string;
  city_norm: string;
  street_norm: string;
  number_key: string;
  postal_code: string | null;
  oktmo: string | null;
  cadastral: string | null;
  apartment_house: boolean;
  ended_on: string | null;
}

export interface HouseGarTable extends GarFact {
  house_id: string;
  object_id: number;
  how: 'guid' | 'address' | 'reviewed';
}

export interface HouseMatchReviewTable {
  house_id: string;
  object_id: number;
  likeness: number;
  state: Generated<'open' | 'confirmed' | 'refused'>;
  import_id: string;
  found_at: Date;
  decided_by: string | null;
  decided_at: Date | null;
}

/** Staging rows: every column is text, whatever it will become. Read and written by SQL of the connectors only. */
export interface StageTable {
  import_id: string | null;
  line: string | null;
}

declare module '@zhkh/kernel/tables.server' {
  interface TenantTables {
    company: CompanyTable;
    house: HouseTable;
    house_street: HouseStreetTable;
    street_dictionary: StreetDictionaryTable;
    premises: PremisesTable;
    management: ManagementTable;
    residence: ResidenceTable;
    gar_type: GarTypeTable;
    gar_object: GarObjectTable;
    gar_house: GarHouseTable;
    gar_place: GarPlaceTable;
    gar_param: GarParamTable;
    gar_registry: GarRegistryTable;
    gar_object_text: GarObjectTextTable;
    gar_address: GarAddressTable;
    house_gar: HouseGarTable;
    house_match_review: HouseMatchReviewTable;
    stage_gar_house: StageTable;
    stage_gar_object: StageTable;
    stage_gar_param: StageTable;
    stage_gar_place: StageTable;
    stage_gar_registry: StageTable;
    stage_gar_type: StageTable;
    stage_house: StageTable;
    stage_premises: StageTable;
    stage_supplier: StageTable;
    stage_point: StageTable;
    stage_contract: StageTable;
  }
}
