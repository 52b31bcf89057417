// Table of letters and SMS on their way, as every region has it.
import type { ColumnType, Generated } from 'kysely';
import type { WorkState } from './kernel.server.ts';

type At = ColumnType<Date, Date, Date>;
type AtOrNull = ColumnType<Date | null, Date | null | undefined, Date | null>;

export interface OutgoingMessageTable {
  id: string;
  key: string;
  channel: 'mail' | 'sms';
  recipient: string;
  subject: string;
  text: string;
  html: string | null;
  unsubscribe_url: string | null;
  purpose: string;
  message_id: string;
  state: WorkState;
  tries: Generated<number>;
  /** How often it stayed unknown whether the receiver took it: only these can arrive twice. */
  doubts: Generated<number>;
  next_try_at: At;
  lease_until: AtOrNull;
  expires_at: AtOrNull;
  last_error: string | null;
  created_at: At;
  sent_at: AtOrNull;
}

declare module './index.server.ts' {
  interface TenantTables {
    outgoing_message: OutgoingMessageTable;
  }
}
