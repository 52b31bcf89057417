// The directory as its neighbours see it: the contract over this module's queries and commands.
import type { Context } from '@zhkh/kernel/module.server';
import { bindResidence } from './commands/bind-residence.server.ts';
import type { Directory } from './contract.ts';
import { companiesByIds, company } from './queries/companies.server.ts';
import { companiesByOgrn, companiesLike } from './queries/companies-like.server.ts';
import { findHouses } from './queries/address-search/find-houses.server.ts';
import { houseWithManager } from './queries/house-with-manager.server.ts';
import { housesByKeys } from './queries/houses-by-keys.server.ts';
import { housesOfCompany } from './queries/houses-of-company.server.ts';
import { house, housesByIds } from './queries/houses.server.ts';
import { managerOf } from './queries/manager-of.server.ts';
import { nearestHouses } from './queries/address-search/nearest-houses.server.ts';
import { residence } from './queries/residence.server.ts';
import { season } from './queries/season.server.ts';

export function createDirectory(ctx: Context): Directory {
  return {
    findHouses: (query, limit) => findHouses(ctx, query, limit),
    nearestHouses: (at, limit) => nearestHouses(ctx, at, limit),
    house: (id) => house(ctx, id),
    managerOf: (houseId, at) => managerOf(ctx, houseId, at),
    houseWithManager: (houseId) => houseWithManager(ctx, houseId),
    company: (id) => company(ctx, id),
    companiesByIds: (ids) => companiesByIds(ctx, ids),
    housesByIds: (ids) => housesByIds(ctx, ids),
    housesOfCompany: (companyId) => housesOfCompany(ctx, companyId),
    companiesLike: (words, limit) => companiesLike(ctx, words, limit),
    housesByKeys,
    companiesByOgrn,
    residence: (accountId) => residence(ctx, accountId),
    bindResidence: (w, input) => bindResidence(ctx, w, input),
    season: (at) => season(ctx, at),
  };
}
