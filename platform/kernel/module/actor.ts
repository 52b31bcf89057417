// Who is asking. Built once per request from the session; modules read it in their rules, never build it.
export type OrganisationKind = 'company' | 'authority';

/** Roles a manifest may name. `anonymous` is everybody without a session, `system` is a job of the region. */
export type Role =
  | 'anonymous'
  | 'resident'
  | 'company-employee'
  | 'company-admin'
  | 'official'
  | 'region-admin'
  | 'partner'
  | 'operator'
  | 'system';

export interface AnonymousActor {
  kind: 'anonymous';
  role: 'anonymous';
}

/** A resident. `consented` is false until the separate consent of 152-ФЗ is given; only consent pages work before. */
export interface ResidentActor {
  kind: 'resident';
  role: 'resident';
  accountId: string;
  consented: boolean;
}

/** Somebody who works for an organisation of the region: a company (УО) or an authority. */
export interface StaffActor {
  kind: 'staff';
  role: 'company-employee' | 'company-admin' | 'official' | 'region-admin';
  accountId: string;
  organisation: { id: string; kind: OrganisationKind };
  /** ОКТМО prefixes the person may see; null = the whole region. */
  territories: readonly string[] | null;
}

export interface OperatorActor {
  kind: 'operator';
  role: 'operator';
  accountId: string;
}

export interface PartnerActor {
  kind: 'partner';
  role: 'partner';
  accountId: string;
}

/** A job or an event handler: acts for the region itself, never over HTTP. */
export interface SystemActor {
  kind: 'system';
  role: 'system';
}

export type Actor = AnonymousActor | ResidentActor | StaffActor | OperatorActor | PartnerActor | SystemActor;

export const anonymous: AnonymousActor = { kind: 'anonymous', role: 'anonymous' };
export const system: SystemActor = { kind: 'system', role: 'system' };
