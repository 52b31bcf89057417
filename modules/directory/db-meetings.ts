// Types of the tables of owners' meetings (migrations/tenant/directory/*_owners_meetings).
import type { Generated } from 'kysely';
import type { HouseFactColumns } from './db-facts.ts';

export type ProtocolStatus = 'Created' | 'Posted' | 'Edited' | 'Annuled';
export type VoteForm = 'Meeting' | 'AVoting' | 'MeetingAVoting' | 'EVoting';

export interface VotingProtocolTable extends HouseFactColumns {
  protocol_key: string;
  version_guid: string | null;
  root_guid: string | null;
  version_number: number | null;
  number: string | null;
  drawn_on: string;
  status: ProtocolStatus;
  version_status: ProtocolStatus | null;
  counted: Generated<boolean>;
  placed_on: string | null;
  meeting_type: 'Owners' | 'Homeowners' | 'Cooperative' | null;
  kind: 'Annual' | 'Extra' | null;
  form: VoteForm;
  met_on: string | null;
  met_at: string | null;
  begins_on: string | null;
  ends_on: string | null;
  place: string | null;
  quorum: boolean;
}

export interface VotingDecisionTable extends HouseFactColumns {
  protocol_key: string;
  number: number | null;
  question: string;
  kind: string | null;
  fund: string | null;
  management: string | null;
  agree: number | null;
  against: number | null;
  abstained: number | null;
  accepted: boolean | null;
}

declare module '@zhkh/kernel/tables.server' {
  interface TenantTables {
    voting_protocol: VotingProtocolTable;
    voting_decision: VotingDecisionTable;
  }
}
