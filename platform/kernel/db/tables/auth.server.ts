// Types of the auth tables: the region's, the control plane's, and the credential tables of both.
import type { Generated, Kysely } from 'kysely';

export interface CredentialTables {
  auth_budget: { key: string; window_start: Date; used: number; ends_at: Date };
  password_credential: {
    account_id: string;
    salt: Buffer;
    hash: Buffer;
    cost: number;
    changed_at: Date;
  };
  totp: {
    account_id: string;
    secret_sealed: string;
    confirmed_at: Date | null;
    last_step: Generated<number>;
    created_at: Date;
  };
  recovery_code: {
    account_id: string;
    code_hash: Buffer;
    created_at: Date;
    used_at: Date | null;
  };
  passkey: {
    id: string;
    account_id: string;
    public_key: Buffer;
    counter: number;
    transports: string[];
    name: string;
    created_at: Date;
    used_at: Date | null;
  };
  passkey_challenge: {
    cookie_hash: Buffer;
    challenge: string;
    account_id: string | null;
    expires_at: Date;
  };
}

export type SessionStage = 'second-factor' | 'enrol' | 'full';

interface SessionTable {
  id: string;
  token_hash: Buffer;
  account_id: string;
  stage: SessionStage;
  created_at: Date;
  seen_at: Date;
  idle_until: Date;
  expires_at: Date;
  device: Generated<string>;
}

export type StaffRole = 'company-employee' | 'company-admin' | 'official' | 'region-admin';

export interface RegionAuthTables extends CredentialTables {
  authority: {
    id: string;
    name: string;
    kind: 'department' | 'inspectorate' | 'municipality';
    territories: string[] | null;
    email: string | null;
    created_at: Date;
  };
  account: {
    id: string;
    kind: 'resident' | 'staff';
    phone: string | null;
    email: string | null;
    name: Generated<string>;
    locale: 'ru' | 'en' | null;
    state: Generated<'active' | 'blocked' | 'erased'>;
    created_at: Date;
    erase_after: Date | null;
  };
  membership: {
    id: string;
    account_id: string;
    role: StaffRole;
    organisation_kind: 'company' | 'authority';
    organisation_id: string;
    organisation_name: string;
    territories: string[] | null;
    created_at: Date;
    ended_at: Date | null;
  };
  session: SessionTable & { membership_id: string | null };
  phone_challenge: {
    id: string;
    cookie_hash: Buffer;
    phone: string;
    code_hash: Buffer;
    code_salt: Buffer;
    sends: Generated<number>;
    tries: Generated<number>;
    sent_at: Date;
    expires_at: Date;
    used_at: Date | null;
  };
  password_reset: {
    token_hash: Buffer;
    account_id: string;
    created_at: Date;
    expires_at: Date;
    used_at: Date | null;
  };
  invitation: {
    id: string;
    token_hash: Buffer;
    email: string;
    organisation_kind: 'company' | 'authority';
    organisation_id: string;
    organisation_name: string;
    role: StaffRole;
    territories: string[] | null;
    landing_path: string;
    invited_by: string | null;
    created_at: Date;
    expires_at: Date;
    accepted_at: Date | null;
    accepted_by: string | null;
    revoked_at: Date | null;
  };
  consent: {
    id: string;
    account_id: string;
    purpose: string;
    text_version: string;
    given_at: Date;
    given_from: string;
    withdrawn_at: Date | null;
  };
}

interface AccountAboveRegions {
  id: string;
  email: string;
  name: Generated<string>;
  locale: 'ru' | 'en' | null;
  state: Generated<'active' | 'blocked'>;
  created_at: Date;
}

export interface ControlAuthTables extends CredentialTables {
  operator_account: AccountAboveRegions & {
    role: Generated<'operator' | 'support'>;
  };
  partner_account: AccountAboveRegions & { business_name: Generated<string> };
  operator_session: SessionTable;
  partner_session: SessionTable;
}

declare module './index.server.ts' {
  interface TenantTables extends RegionAuthTables {}
  interface ControlTables extends ControlAuthTables {}
}

export type CredentialDb = Kysely<CredentialTables>;
