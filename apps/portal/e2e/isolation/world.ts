// Two regions full of canaries: people, companies and complaints whose every text names whom it belongs to.
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import path from 'node:path';
import { localBlobs } from '@zhkh/kernel/files.server';
import { e2eStack } from '@zhkh/tools/testing';
import type { Sql } from 'postgres';

export const regions = ['tyumen', 'omsk'] as const;
export type Region = (typeof regions)[number];

/** `first` and `second` are two residents of two houses under two companies. */
export type Side = 'first' | 'second';

export interface Ids {
  complaint: string;
  house: string;
  company: string;
  file: string;
  invitation: string;
  outage: string;
  upload: string;
  account: string;
  canary: string;
}

export interface Person {
  accountId: string;
  membershipId: string | null;
}

export type Staff = 'employee' | 'admin' | 'official' | 'elsewhere' | 'regionAdmin';

export interface RegionWorld {
  region: Region;
  sides: Record<Side, Ids>;
  staff: Record<Staff, Person>;
}

export type World = Record<Region, RegionWorld>;

/** Canaries of an earlier run on the same product are none of this one. */
const run = randomBytes(3).toString('hex');

export async function buildWorld(sql: Sql): Promise<World> {
  return { tyumen: await fill(sql, 'tyumen'), omsk: await fill(sql, 'omsk') };
}

/** Stands in an invitation: a link is a secret of its own, whoever has it may read whose cabinet it opens — in its region. */
export const invitationCanaryOf = (region: Region) => `KANAREIKA-${region}-invitation-${run}`;

/** Found in an answer, `KANAREIKA-omsk-second` says whose data leaked. */
export const canaryOf = (region: Region, side: Side) => `KANAREIKA-${region}-${side}-${run}`;

async function fill(sql: Sql, region: Region): Promise<RegionWorld> {
  return await sql.begin(async (tx) => {
    await tx.unsafe(`set local search_path = region_${region}, extensions`);
    const first = await addSide(tx, region, 'first');
    const second = await addSide(tx, region, 'second');
    const authority = randomUUID();
    await tx`insert into authority ${tx({ id: authority, name: `Орган ${region}`, kind: 'inspectorate', territories: null, email: null, created_at: new Date() })}`;
    const staff = {
      employee: await addStaff(tx, 'company-employee', { id: first.company, kind: 'company' }, null),
      admin: await addStaff(tx, 'company-admin', { id: first.company, kind: 'company' }, null),
      official: await addStaff(tx, 'official', { id: authority, kind: 'authority' }, null),
      elsewhere: await addStaff(tx, 'official', { id: authority, kind: 'authority' }, ['00000']),
      regionAdmin: await addStaff(tx, 'region-admin', { id: authority, kind: 'authority' }, null),
    };
    return { region, sides: { first, second }, staff };
  });
}

type Tx = Sql;

async function addSide(transaction: unknown, region: Region, side: Side): Promise<Ids> {
  const tx = transaction as Tx;
  const canary = canaryOf(region, side);
  const [house] = await tx<{ id: string; company: string }[]>`
    select h.id, h.company_id as company from house h where h.company_id is not null
    and h.company_id not in (select company_id from complaint where title like ${`KANAREIKA%${run}`}) order by h.id limit 1`;
  if (!house) throw new Error(`${region} has no house under a company`);
  const account = await addAccount(tx, { kind: 'resident', phone: randomPhone(), email: null, name: canary });
  await tx`insert into consent ${tx({ id: randomUUID(), account_id: account, purpose: 'personal-data', text_version: await consentVersion(tx), given_at: new Date(), given_from: 'test', withdrawn_at: null })}`;
  await tx`insert into residence ${tx({ id: randomUUID(), account_id: account, house_id: house.id, flat: canary.slice(-6), since: new Date(), until: null })}`;
  const complaint = await addComplaint(tx, { account, house: house.id, company: house.company, canary });
  const file = await addPhoto(tx, { region, complaint, account, canary });
  const invitation = randomBytes(32).toString('base64url');
  await tx`insert into invitation ${tx({
    id: randomUUID(),
    token_hash: sha256(invitation),
    email: `${randomUUID()}@example.org`,
    organisation_kind: 'company',
    organisation_id: house.company,
    organisation_name: invitationCanaryOf(region),
    role: 'company-admin',
    territories: null,
    landing_path: `/company/inbox/${complaint}`,
    invited_by: null,
    created_at: new Date(),
    expires_at: tomorrow(),
    accepted_at: null,
    accepted_by: null,
    revoked_at: null,
  })}`;
  const place = { house: house.id, company: house.company, account, canary };
  const outage = await addOutage(tx, place);
  const upload = await addUpload(tx, place);
  return { complaint, house: house.id, company: house.company, file, invitation, outage, upload, account, canary };
}

/** The version people agree to today, as the product itself writes it. */
async function consentVersion(tx: Tx): Promise<string> {
  const [known] = await tx<
    { version: string }[]
  >`select text_version as version from consent where purpose = 'personal-data' limit 1`;
  if (!known) throw new Error('No demo resident has given consent');
  return known.version;
}

async function addComplaint(tx: Tx, given: { account: string; house: string; company: string; canary: string }): Promise<string> {
  const id = randomUUID();
  const now = new Date();
  const [category] = await tx<
    { code: string }[]
  >`select code from complaint_category where priority = 'normal' order by code limit 1`;
  const [number] = await tx<{ n: string }[]>`select nextval('complaint_number_seq') as n`;
  await tx`insert into complaint ${tx({
    id,
    number: Number(number?.n),
    author_id: given.account,
    contact_name: given.canary,
    idempotency_key: randomUUID(),
    fingerprint: id,
    category_code: category?.code ?? '',
    title: given.canary,
    body: given.canary,
    place: given.canary,
    flat: given.canary,
    house_id: given.house,
    address: `улица ${given.canary}`,
    time_zone: 'Asia/Omsk',
    addressee: 'company',
    company_id: given.company,
    company_name: given.canary,
    status: 'delivered',
    priority: 'normal',
    filed_at: now,
    clock_started_at: now,
    answer_due_at: tomorrow(),
    search_text: given.canary.toLowerCase(),
  })}`;
  await tx`insert into complaint_event ${tx({ id: randomUUID(), complaint_id: id, at: now, kind: 'filed', actor_kind: 'resident', actor_id: given.account, actor_label: '', internal: false, detail: {} })}`;
  await tx`insert into complaint_delivery ${tx({ id: randomUUID(), complaint_id: id, round: 0, company_id: given.company, channel: 'cabinet', state: 'done', created_at: now, sent_at: now, recipient: given.canary })}`;
  return id;
}

interface At {
  account: string;
  house: string;
  company: string;
  canary: string;
}

/** What residents read of an outage is public; who corrected it by name, who follows it and a company's file are not. */
async function addOutage(tx: Tx, at: At): Promise<string> {
  const id = randomUUID();
  const now = new Date();
  await tx`insert into outage ${tx({
    id,
    kind: 'emergency',
    type: 'PAUSE',
    services: ['1'],
    starts_at: now,
    ends_at: tomorrow(),
    time_zone: 'Asia/Omsk',
    reason_code: 'weather',
    place: 'дом',
    house_count: 1,
    company_id: at.company,
    author_kind: 'company',
    author_name: 'Организация',
    state: 'announced',
    announced_at: now,
    idempotency_key: randomUUID(),
    search_text: '',
  })}`;
  await tx`insert into outage_house ${tx({ outage_id: id, house_id: at.house, company_id: at.company, address: 'дом' })}`;
  await tx`insert into outage_change ${tx({ id: randomUUID(), outage_id: id, at: now, kind: 'announced', actor_kind: 'company', actor_name: at.canary, revision: 1 })}`;
  await tx`insert into outage_reader ${tx({ account_id: at.account, by_mail: true, email: `${at.canary.toLowerCase()}@example.org`, stop_token: randomBytes(24).toString('base64url'), created_at: now, updated_at: now })}`;
  await tx`insert into outage_subscription ${tx({ account_id: at.account, house_id: at.house, created_at: now })}`;
  return id;
}

async function addUpload(tx: Tx, at: At): Promise<string> {
  const id = randomUUID();
  const refused = JSON.stringify([{ line: 2, field: 'StartDate', reason: 'moment', raw: at.canary }]);
  await tx`insert into outage_upload (id, company_id, account_id, file_name, rows, refused, created_at)
    values (${id}, ${at.company}, ${at.account}, ${at.canary}, '[]'::jsonb, ${refused}::text::jsonb, ${new Date()})`;
  return id;
}

async function addPhoto(tx: Tx, given: { region: Region; complaint: string; account: string; canary: string }): Promise<string> {
  const id = randomUUID();
  const now = new Date();
  const key = `${given.region}/${randomBytes(16).toString('hex')}.webp`;
  await localBlobs(path.join(e2eStack().dataDir, 'files')).put(key, Buffer.from(given.canary));
  const belongs = { attached_type: 'complaint', attached_id: given.complaint, attached_at: now };
  await tx`insert into file ${tx({ id, key, content_type: 'image/webp', bytes: 1, sha256: id, width: 1, height: 1, purpose: 'complaints.photo', created_by: given.account, created_at: now, ...belongs })}`;
  await tx`insert into complaint_photo ${tx({ id: randomUUID(), complaint_id: given.complaint, file_id: id, width: 1, height: 1, position: 0, added_at: now })}`;
  return id;
}

async function addStaff(
  transaction: unknown,
  role: string,
  organisation: { id: string; kind: string },
  territories: string[] | null,
): Promise<Person> {
  const tx = transaction as Tx;
  const accountId = await addAccount(tx, {
    kind: 'staff',
    phone: null,
    email: `${randomUUID()}@example.org`,
    name: `Сотрудник ${role}`,
  });
  const membershipId = randomUUID();
  await tx`insert into membership ${tx({ id: membershipId, account_id: accountId, role, organisation_kind: organisation.kind, organisation_id: organisation.id, organisation_name: 'Организация', territories, created_at: new Date(), ended_at: null })}`;
  return { accountId, membershipId };
}

async function addAccount(
  tx: Tx,
  row: { kind: string; phone: string | null; email: string | null; name: string },
): Promise<string> {
  const id = randomUUID();
  await tx`insert into account ${tx({ id, ...row, locale: 'ru', created_at: new Date(), erase_after: null })}`;
  return id;
}

/** A session in the database and the cookie that opens it. */
export async function openSession(sql: Sql, table: string, accountId: string, membershipId?: string | null): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  const now = new Date();
  const row = {
    id: randomUUID(),
    token_hash: sha256(token),
    account_id: accountId,
    stage: 'full',
    created_at: now,
    seen_at: now,
    idle_until: tomorrow(),
    expires_at: tomorrow(),
  };
  await sql`insert into ${sql(table)} ${sql(membershipId === undefined ? row : { ...row, membership_id: membershipId })}`;
  return token;
}

const sha256 = (text: string) => createHash('sha256').update(text).digest();
const tomorrow = () => new Date(Date.now() + 86_400_000);
const randomPhone = () => `+7999${Math.floor(1_000_000 + Math.random() * 8_999_999)}`;
