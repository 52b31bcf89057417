// Meetings of a house's owners: of each protocol its latest placed version, newest first, with decisions. Drafts are not shown, what was
// annulled is shown as such.
import type { Context } from '@zhkh/kernel/module.server';
import { sql } from 'kysely';
import type { VoteForm, VotingDecisionTable, VotingProtocolTable } from '../db-meetings.ts';
import { effectOf, type MeetingEffect, shares } from '../domain/meeting.ts';
import { factFile } from './fact-file.server.ts';
import { factSource } from './facts.server.ts';
import type { FactSource } from './house-card.server.ts';

export interface Meeting {
  id: string;
  number: string | null;
  date: string;
  counted: boolean;
  quorum: boolean;
  form: VoteForm;
  kind: 'Annual' | 'Extra' | null;
  type: 'Owners' | 'Homeowners' | 'Cooperative' | null;
  metOn: string | null;
  metAt: string | null;
  votedFrom: string | null;
  votedTo: string | null;
  place: string | null;
  decisions: MeetingDecision[];
  source: FactSource | null;
}

export interface MeetingDecision {
  id: string;
  number: number | null;
  question: string;
  accepted: boolean | null;
  /** Whole per cents of the votes cast: for, against, abstained. */
  votes: number[] | null;
  effect: MeetingEffect | null;
  /** The way that was chosen, in the register's words. */
  way: string | null;
}

const SHOWN = 20;

export async function meetingsOf(ctx: Context, houseId: string): Promise<Meeting[]> {
  const protocols = await latestVersions(ctx, houseId);
  const decisions = await decisionsOf(ctx, houseId, protocols);
  return protocols.map((row) => meeting(row, decisions.get(row.protocol_key) ?? []));
}

type ProtocolRow = VotingProtocolTable & { counted: boolean; connector: string; file_name: string };

async function latestVersions(ctx: Context, houseId: string): Promise<ProtocolRow[]> {
  const rows = await sql<ProtocolRow>`
    select latest.*, source.connector, ${factFile('latest')}
    from (
      select distinct on (coalesce(root_guid::text, protocol_key)) * from voting_protocol
      where house_id = ${houseId}::uuid and (counted or 'Annuled' in (status, version_status))
      order by coalesce(root_guid::text, protocol_key), version_number desc nulls last, fact_date desc, id
    ) latest
    join import_source source on source.id = latest.import_id
    order by drawn_on desc, latest.id limit ${SHOWN}`.execute(ctx.db);
  return rows.rows;
}

async function decisionsOf(ctx: Context, houseId: string, protocols: readonly ProtocolRow[]) {
  const keys = protocols.map((row) => row.protocol_key);
  if (keys.length === 0) return new Map<string, VotingDecisionTable[]>();
  const rows = await ctx.db
    .selectFrom('voting_decision')
    .selectAll()
    .where('house_id', '=', houseId)
    .where('protocol_key', 'in', keys)
    .orderBy('number')
    .orderBy('import_line')
    .execute();
  return Map.groupBy(rows, (row) => row.protocol_key);
}

function meeting(row: ProtocolRow, decisions: readonly VotingDecisionTable[]): Meeting {
  const valid = row.counted && row.quorum;
  return {
    id: row.id,
    number: row.number,
    date: row.drawn_on,
    counted: row.counted,
    quorum: row.quorum,
    form: row.form,
    kind: row.kind,
    type: row.meeting_type,
    metOn: row.met_on,
    metAt: row.met_at,
    votedFrom: row.begins_on,
    votedTo: row.ends_on,
    place: row.place,
    decisions: decisions.map((decision) => decisionView(decision, valid)),
    source: factSource(row),
  };
}

/** What was decided without a quorum, or in a protocol that was annulled, changed nothing. */
function decisionView(row: VotingDecisionTable, valid: boolean): MeetingDecision {
  return {
    id: row.id,
    number: row.number,
    question: row.question,
    accepted: row.accepted,
    votes: shares([row.agree, row.against, row.abstained]),
    effect: valid ? effectOf(row) : null,
    way: row.management ?? row.fund,
  };
}
