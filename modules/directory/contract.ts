// What the directory shows its neighbours: houses, companies, who manages what, a resident's binding to a house.
import { defineEvent, defineExtensionPoint, defineService, defineSlot } from '@zhkh/kernel/module';
import type { Write } from '@zhkh/kernel/module.server';
import type { PageAction } from '@zhkh/ui/app-slots';
import { z } from 'zod';

export type CompanyKind = 'managing-company' | 'owners-association' | 'housing-cooperative' | 'other';
export type HouseStatus = 'in-use' | 'emergency' | 'demolished' | 'unknown';
/** Способ управления as the register states it. */
export type ManagementMode = 'company' | 'owners-association' | 'cooperative' | 'direct' | 'none' | 'other';

export interface HouseView {
  id: string;
  /** «г. Тюмень, ул. Республики, д. 14» */
  address: string;
  city: string;
  /** «ул. Республики»; empty when the house stands directly in a settlement. */
  street: string;
  /** «14», «14 корп. 1» */
  number: string;
  oktmo: string | null;
  /** Olson zone of the house: its times are shown in it. */
  timeZone: string;
  lat: number | null;
  lon: number | null;
  /** Number of residential premises; null when the register lists none. */
  flats: number | null;
  status: HouseStatus;
  managementMode: ManagementMode;
}

export interface HouseHit {
  id: string;
  address: string;
  city: string;
  street: string;
  number: string;
  lat: number | null;
  lon: number | null;
  /** Metres from the asked point; null for a search by words. */
  distance: number | null;
  companyId: string | null;
  companyName: string | null;
}

export interface CompanyView {
  id: string;
  /** Full legal name. */
  name: string;
  /** «УК «Тура-Сервис»» */
  shortName: string;
  kind: CompanyKind;
  ogrn: string;
  inn: string | null;
  kpp: string | null;
  email: string | null;
  phone: string | null;
  dispatcherPhone: string | null;
  site: string | null;
  address: string | null;
  /** Houses it manages today. */
  houses: number;
}

export interface ManagerView {
  companyId: string;
  name: string;
  shortName: string;
  kind: CompanyKind;
  /** ISO date. */
  since: string;
  /** False when only a register's dump shows the company: it manages the house not later than `since`. */
  sinceExact: boolean;
  /** Id of the management period, to be kept by whoever decides something by it. */
  contractId: string;
  email: string | null;
  phone: string | null;
  dispatcherPhone: string | null;
  inn: string | null;
}

export interface ResidenceView {
  accountId: string;
  houseId: string;
  flat: string | null;
  address: string;
  city: string;
  street: string;
  number: string;
  /** ISO time of the binding. */
  since: string;
}

/** A house as another register names it. */
export interface HouseKey {
  /** Code of ФИАС or ГИС ЖКХ. */
  guid: string | null;
  address: string | null;
}

export interface KnownHouse {
  house: HouseView;
  /** Who manages it today. */
  companyId: string | null;
}

export interface Directory {
  /** Houses by typed words; forgives typos, abbreviations, letter case and a wrong keyboard layout. Best first. */
  findHouses(query: string, limit?: number): Promise<HouseHit[]>;
  /** Houses around a point, nearest first, with metres. */
  nearestHouses(at: { lat: number; lon: number }, limit?: number): Promise<HouseHit[]>;
  house(id: string): Promise<HouseView | null>;
  /** Who manages the house at a moment (default: now); while two companies stand in the register, the one whose newer term has begun. */
  managerOf(houseId: string, at?: Date): Promise<ManagerView | null>;
  /** Both of the above for now, in one question. */
  houseWithManager(houseId: string): Promise<{ house: HouseView; manager: ManagerView | null } | null>;
  company(id: string): Promise<CompanyView | null>;
  companiesByIds(ids: readonly string[]): Promise<Map<string, CompanyView>>;
  housesByIds(ids: readonly string[]): Promise<Map<string, HouseView>>;
  /** Houses the company manages today, street by street. */
  housesOfCompany(companyId: string): Promise<HouseView[]>;
  /** Companies whose names begin or contain the words; empty words = the first by name. */
  companiesLike(words: string, limit?: number): Promise<CompanyView[]>;
  /** In the order of the keys, null for a stranger. `db` may be an open transaction. */
  housesByKeys(db: Write['db'], keys: readonly HouseKey[]): Promise<(KnownHouse | null)[]>;
  companiesByOgrn(db: Write['db'], ogrns: readonly string[]): Promise<Map<string, { id: string; shortName: string }>>;
  residence(accountId: string): Promise<ResidenceView | null>;
  /** Makes the house the account's home; the earlier home becomes history. Throws `notFound` for an unknown house. */
  bindResidence(w: Write, input: { accountId: string; houseId: string; flat?: string | null }): Promise<void>;
  /** Whether the heating season runs in the region at a moment (the module's settings). */
  season(at: Date): Promise<'winter' | 'summer'>;
}

export const directory = defineService<Directory>('directory');

export const managerChanged = defineEvent(
  'directory.manager-changed@1',
  z.strictObject({
    houseId: z.uuid(),
    fromCompanyId: z.uuid().nullable(),
    toCompanyId: z.uuid().nullable(),
    /** ISO date the new term began. */
    on: z.iso.date(),
  }),
);

/** What another module counts per house for the authority's register: open complaints. */
export interface HouseCountSource {
  counts(houseIds: readonly string[]): Promise<ReadonlyMap<string, number>>;
  /** Every house with a count above zero. */
  houses(): Promise<readonly string[]>;
}

/** What one may do about this house: a button under its plate. */
export const housePageAction = defineSlot<{ houseId: string }, PageAction>('house-page.action');
/** What other modules know of the house. */
export const housePagePanel = defineSlot<{ houseId: string }, object>('house-page.panel', { drawnBy: 'module' });
/** What other modules know of the company. */
export const companyPagePanel = defineSlot<{ companyId: string }, object>('company-page.panel', { drawnBy: 'module' });
/** What one may do where the search found no house. */
export const noHouseAction = defineSlot<Record<string, never>, PageAction>('house-search.no-house');

export const houseCountSource = defineExtensionPoint<HouseCountSource>('directory.house-count-source');
