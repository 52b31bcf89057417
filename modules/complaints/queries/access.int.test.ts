// Who sees what: another resident, company, territory or region sees nothing and changes nothing.
import type { Context } from '@zhkh/kernel/module.server';
import { asEmployee, asOfficial, asResident, canary, leakProbe, type TwoRegions, twoRegions } from '@zhkh/tools/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { installed } from '../../installed.server.ts';
import { addNote } from '../commands/add-note.server.ts';
import { addressComplaint } from '../commands/address-complaint.server.ts';
import { answerComplaint } from '../commands/answer-complaint.server.ts';
import { confirmOutcome } from '../commands/confirm-outcome.server.ts';
import { markOpened } from '../commands/mark-opened.server.ts';
import { recordCall } from '../commands/record-call.server.ts';
import { redirectComplaint } from '../commands/redirect-complaint.server.ts';
import { refuteOutcome } from '../commands/refute-outcome.server.ts';
import { takeIntoWork } from '../commands/take-into-work.server.ts';
import { withdrawComplaint } from '../commands/withdraw-complaint.server.ts';
import { fileIn, makeScene, type Scene } from '../testing/factories.ts';
import { authorityExport } from './authority-export.server.ts';
import { authorityList } from './authority-list.server.ts';
import { authorityOverview } from './authority-overview.server.ts';
import { authorityQueue } from './authority-queue.server.ts';
import { companyInbox } from './company-inbox.server.ts';
import { complaintView } from './complaint-view.server.ts';
import { myComplaints } from './my-complaints.server.ts';

let regions: TwoRegions;
let here: Scene;
let there: Scene;
let complaintId: string;
const strangers: [string, Context][] = [];
const everything = { q: '', state: '' as const, company: '', group: '', page: 1 };
const inbox = { tab: 'active' as const, q: '', house: '', performer: '', sort: 'due' as const, page: 1 };

beforeAll(async () => {
  regions = await twoRegions(installed);
  here = await makeScene(regions, 'tyumen');
  there = await makeScene(regions, 'omsk');
  complaintId = (await fileIn(here, { body: canary('tyumen'), contactName: canary('tyumen'), flat: '17' })).id;
  await fileIn(there, { body: canary('omsk'), contactName: canary('omsk') });
  strangers.push(
    ['another resident', await asResident(regions, 'tyumen')],
    ['another company', await asEmployee(regions, 'tyumen')],
    ['an official of another territory', await asOfficial(regions, 'tyumen', { territories: ['71999'] })],
    ['the neighbour region’s resident', there.resident],
    ['the neighbour region’s company', there.employee],
    ['the neighbour region’s official', there.official],
  );
});
afterAll(() => regions.close());

describe('strangers', () => {
  it('see no complaint by its id', async () => {
    for (const [name, ctx] of strangers) {
      await expect(complaintView(ctx, complaintId), name).rejects.toMatchObject({ kind: 'notFound' });
    }
  });

  it('change nothing', async () => {
    const photos: [] = [];
    const steps: ((ctx: Context) => Promise<unknown>)[] = [
      (ctx) => takeIntoWork(ctx, { complaintId, performer: '' }),
      (ctx) => answerComplaint(ctx, { complaintId, body: 'нет', photos }),
      (ctx) => redirectComplaint(ctx, { complaintId, reason: 'нет' }),
      (ctx) => confirmOutcome(ctx, { complaintId, comment: '' }),
      (ctx) => refuteOutcome(ctx, { complaintId, reason: 'нет' }),
      (ctx) => withdrawComplaint(ctx, { complaintId }),
      (ctx) => addNote(ctx, { complaintId, body: 'нет', internal: false }),
      (ctx) => addressComplaint(ctx, { complaintId, house: here.houseId }),
      (ctx) => recordCall(ctx, { complaintId, outcome: 'reached' }),
    ];
    for (const [name, ctx] of strangers) {
      for (const step of steps)
        await expect(step(ctx), name).rejects.toMatchObject({ kind: expect.stringMatching(/notFound|forbidden/) });
      await markOpened(ctx, complaintId).catch(() => undefined);
    }
    const events = await here.system.db
      .selectFrom('complaint_event')
      .select('kind')
      .where('complaint_id', '=', complaintId)
      .execute();
    expect(events.map((event) => event.kind).sort()).toEqual(['cabinet', 'filed']);
  });

  it('find it in no list', async () => {
    for (const [name, ctx] of strangers) {
      const lists = await Promise.all([
        myComplaints(ctx, { page: 1, size: 50 }).catch(() => null),
        companyInbox(ctx, inbox),
        authorityList(ctx, everything),
        authorityQueue(ctx),
        authorityExport(ctx, everything),
      ]);
      expect(JSON.stringify(lists), name).not.toContain(complaintId);
    }
  });
});

describe('those who may', () => {
  it('see it, each with what is theirs', async () => {
    const [mine, company, authority] = await Promise.all(
      [here.resident, here.employee, here.official].map((ctx) => complaintView(ctx, complaintId)),
    );
    expect(mine).toMatchObject({ viewer: 'resident', author: '' });
    expect(company).toMatchObject({ viewer: 'company', author: canary('tyumen') });
    expect(authority?.viewer).toBe('authority');
    expect((await companyInbox(here.employee, inbox)).items.map((item) => item.id)).toEqual([complaintId]);
    expect((await authorityList(here.official, everything)).total).toBe(1);
  });

  it('an official of the territory sees it, by district and by settlement', async () => {
    for (const territories of [['71701'], ['71701000']]) {
      const official = await asOfficial(regions, 'tyumen', { territories });
      expect((await authorityList(official, everything)).total).toBe(1);
      expect((await complaintView(official, complaintId)).id).toBe(complaintId);
    }
  });
});

it('nothing of one region comes back in the other', async () => {
  for (const query of [
    (ctx: Context) => companyInbox(ctx, inbox),
    (ctx: Context) => authorityList(ctx, everything),
    (ctx: Context) => authorityOverview(ctx),
    (ctx: Context) => authorityQueue(ctx),
    (ctx: Context) => authorityExport(ctx, everything),
  ]) {
    await leakProbe(regions, query);
  }
});
