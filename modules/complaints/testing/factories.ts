// People, a company and a house around one complaint, for tests of this and other modules.
import { newId } from '@zhkh/kernel/db.server';
import type { Context, JobContext } from '@zhkh/kernel/module.server';
import { asEmployee, asOfficial, asResident, type RegionSlug, systemIn, type TwoRegions } from '@zhkh/tools/testing';
import { makeCompany, makeHouse } from '@zhkh/directory/testing';
import { fileComplaint, type Receipt } from '../commands/file-complaint.server.ts';
import type { FileInput } from '../domain/schemas.ts';

export interface Scene {
  companyId: string;
  houseId: string;
  resident: Context;
  /** Present when the company has a cabinet. */
  employee: Context;
  official: Context;
  system: JobContext;
}

export interface SceneFacts {
  email?: string | null;
  /** Without one the `employee` works for another company. */
  cabinet?: boolean;
  oktmo?: string;
}

export async function makeScene(regions: TwoRegions, slug: RegionSlug, facts: SceneFacts = {}): Promise<Scene> {
  const system = await systemIn(regions, slug);
  const companyId = await makeCompany(system, { email: facts.email });
  const houseId = await makeHouse(system, { companyId, oktmo: facts.oktmo });
  const employee = await asEmployee(regions, slug, facts.cabinet === false ? {} : { companyId });
  return {
    companyId,
    houseId,
    employee,
    system,
    resident: await asResident(regions, slug),
    official: await asOfficial(regions, slug),
  };
}

export function complaintInput(input: Partial<FileInput> = {}): FileInput {
  return {
    idempotencyKey: newId(),
    category: 'entrance.light',
    body: 'Не горит свет на третьем этаже',
    place: '',
    flat: '',
    contactName: '',
    ...input,
  };
}

/** Files a complaint about the scene's house. */
export function fileIn(scene: Pick<Scene, 'resident' | 'houseId'>, input: Partial<FileInput> = {}): Promise<Receipt> {
  return fileComplaint(scene.resident, complaintInput({ house: scene.houseId, ...input }));
}
