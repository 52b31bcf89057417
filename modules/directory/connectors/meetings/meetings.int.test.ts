// Protocols of owners' meetings on real PostgreSQL: versions, annulled ones, what the house card says, nothing of people.
import { type Context } from '@zhkh/kernel/module.server';
import { saveSettings } from '@zhkh/kernel/runtime.server';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { meetingsOf } from '../../queries/meetings-of.server.ts';
import { makeHouse } from '../../testing/factories.ts';
import { type ImportDesk, importDesk, runImport } from '@zhkh/imports/testing';

const HOUSE = '5717391b-1f92-4f5f-8ab4-e52aa7a315f5';
const ROOT = '4a1b2c3d-4e5f-4a6b-8c7d-9e0f1a2b3c4d';
const HEAD = [
  'VotingProtocolGUID',
  'RootProtocolGUID',
  'VersionNumber',
  'FIASHouseGuid',
  'ProtocolNum',
  'ProtocolDate',
  'StatusProtocol',
  'MeetingEligibility',
  'MeetingDate',
  'AVotingDate',
  'ResolutionPlace',
  'QuestionNumber',
  'QuestionName',
  'DecisionsType',
  'Agree',
  'Against',
  'Abstent',
  'ManagementType',
  'votingResume',
] as const;
type Row = Partial<Record<(typeof HEAD)[number], string>>;

const usual: Row = {
  FIASHouseGuid: HOUSE,
  ProtocolNum: '2',
  ProtocolDate: '30.01.2026',
  StatusProtocol: 'Posted',
  MeetingEligibility: 'C',
  AVotingDate: '2026-01-29',
  QuestionNumber: '1',
  QuestionName: 'Выбор управляющей организации',
  Agree: '750,5',
  Against: '200',
  Abstent: '49,5',
  votingResume: 'M',
};

let desk: ImportDesk;
let ctx: Context;
let houseId: string;

beforeAll(async () => {
  desk = await importDesk();
  ({ ctx } = desk);
  houseId = await makeHouse(ctx);
  await sql`update house set fias_guids = array[${HOUSE}::uuid] where id = ${houseId}::uuid`.execute(ctx.db);
  await ctx.write((w) => saveSettings(desk.regions.registry, ctx, w, 'imports', { maxFailedPercent: 100 }));
});
afterAll(() => desk.close());

async function load(name: string, rows: readonly Row[], dryRun = false) {
  const lines = [HEAD, ...rows.map((row) => HEAD.map((column) => ({ ...usual, ...row })[column] ?? ''))];
  const filePath = desk.file(`protocols-${name}.csv`, lines.map((line) => line.join(';')).join('\n'));
  return runImport(ctx, { connector: 'protocols', filePath, dryRun });
}

describe('protocols', () => {
  it('tell what owners decided, by which votes, from which row', async () => {
    const second = { QuestionNumber: '2', QuestionName: 'Закрыть мусоропровод', votingResume: 'решение не принято', Agree: '' };
    const report = await load('2026-02-05', [usual, { ...second }]);
    expect(report).toMatchObject({ state: 'done', counts: { factsNew: 3, refused: 0 } });
    const [meeting] = await meetingsOf(ctx, houseId);
    expect(meeting).toMatchObject({ number: '2', date: '2026-01-30', counted: true, quorum: true, form: 'AVoting' });
    expect(meeting?.source).toMatchObject({ connector: 'protocols', date: '2026-02-05' });
    expect(meeting?.decisions).toMatchObject([
      { number: 1, accepted: true, votes: [75, 20, 5], effect: 'company' },
      { number: 2, accepted: false, votes: [0, 80, 20], effect: null },
    ]);
  });

  it('change nothing the second time, and a dry run changes nothing at all', async () => {
    expect((await load('2026-02-06', [usual])).counts).toMatchObject({ factsNew: 0, factsChanged: 0 });
    expect(await load('2026-02-07', [{ ...usual, ProtocolNum: '9' }], true)).toMatchObject({
      state: 'staged',
      counts: { factsNew: 2 },
    });
    expect(await meetingsOf(ctx, houseId)).toHaveLength(1);
  });

  it('of several versions show the latest, without the questions it dropped', async () => {
    const version = (guid: string, number: string): Row => ({
      VotingProtocolGUID: `${guid}1b2c3d-4e5f-4a6b-8c7d-9e0f1a2b3c4d`,
      RootProtocolGUID: ROOT,
      VersionNumber: number,
      ProtocolNum: '5',
      ProtocolDate: '2026-02-01',
    });
    await load('2026-02-08', [version('1a', '1'), { ...version('1a', '1'), QuestionNumber: '2', QuestionName: 'Лишний вопрос' }]);
    await load('2026-02-09', [{ ...version('2a', '2'), ManagementType: 'Управление ТСЖ' }]);
    await load('2026-02-10', [{ ...version('3a', '3'), StatusProtocol: 'Created' }]);
    const [meeting, ...others] = await meetingsOf(ctx, houseId);
    expect(others).toHaveLength(1);
    expect(meeting?.decisions).toMatchObject([{ effect: 'way', way: 'Управление ТСЖ' }]);
  });

  it('are kept when annulled or without a quorum, and change nothing then', async () => {
    await load('2026-02-11', [
      { ProtocolNum: '7', ProtocolDate: '2026-02-03', StatusProtocol: 'аннулирован' },
      { ProtocolNum: '8', ProtocolDate: '2026-02-02', MeetingEligibility: 'N' },
    ]);
    const [annulled, powerless] = await meetingsOf(ctx, houseId);
    expect(annulled).toMatchObject({ number: '7', counted: false, decisions: [{ effect: null }] });
    expect(powerless).toMatchObject({ number: '8', counted: true, quorum: false, decisions: [{ effect: null }] });
  });

  it('keep nobody’s name and nobody’s flat', async () => {
    const row = {
      ProtocolNum: '10',
      QuestionName: 'Избрать председателем Канарейкину А. П.',
      ResolutionPlace: 'ул. Садовая, д. 14, кв. 77',
    };
    await load('2026-02-12', [row]);
    const kept = await sql<{ all: string }>`
      select (select string_agg(p::text, ' ') from voting_protocol p) || (select string_agg(d::text, ' ') from voting_decision d) as all`.execute(
      ctx.db,
    );
    expect(kept.rows[0]?.all).toContain('Избрать председателем …');
    expect(kept.rows[0]?.all).not.toMatch(/Канарейкин|кв\. 77/);
  });

  it('refuse what is not a protocol, and strangers', async () => {
    const report = await load('2026-02-13', [
      { StatusProtocol: 'Готов' },
      { MeetingEligibility: '' },
      { AVotingDate: '' },
      { Agree: 'все' },
      { FIASHouseGuid: '6717391b-1f92-4f5f-8ab4-e52aa7a315f5' },
    ]);
    const failed = await desk.refused(report.importId);
    expect(failed.map(({ field, reason }) => `${field} ${reason}`)).toEqual([
      'StatusProtocol unknown',
      'MeetingEligibility required',
      'MeetingDate required',
      'Agree value',
      'FIASHouseGuid unknown-house',
    ]);
  });

  it('are not seen from the other region', async () => {
    expect(await meetingsOf(desk.other, houseId)).toEqual([]);
  });
});
