// Rows of outage reports as they come: codes, words, dates two ways; each refusal names its column.
import { describe, expect, it } from 'vitest';
import { isRefused, readReportRow, requiredColumns } from './report-row.ts';

const GUID = '0f0f0f0f-1111-4222-8333-444455556666';
const good: Record<string, string> = {
  OutageKind: '1',
  OutageType: 'PAUSE',
  ServiceCode: '1 2',
  StartDate: '25.11.2026 9:00',
  EndDate: '2026-11-25T18:00',
  OutageReason: 'repair',
  FiasHouseGUID: GUID,
};
const read = (more: Record<string, string> = {}) =>
  readReportRow((column) => ({ ...good, ...more })[column] ?? '', 2, 'Asia/Yekaterinburg');

describe('a row of a report', () => {
  it('is read by the clock of the house', () => {
    expect(read()).toMatchObject({
      kind: 'planned',
      services: ['1', '2'],
      startsAt: '2026-11-25T04:00:00.000Z',
      endsAt: '2026-11-25T13:00:00.000Z',
      guids: [GUID],
    });
  });

  it('takes words, an offset and several houses', () => {
    const row = read({
      OutageKind: 'Аварийный',
      ServiceCode: 'ХВС, отопление',
      StartDate: '2026-11-25T09:00:00+03:00',
      EndDate: '',
      OutageReason: 'Порыв на магистрали',
      FiasHouseGUID: '',
      HouseAddress: 'г. Тюмень, ул. Садовая, д. 14 | г. Тюмень, ул. Садовая, д. 16',
    });
    expect(row).toMatchObject({
      kind: 'emergency',
      services: ['1', '6'],
      startsAt: '2026-11-25T06:00:00.000Z',
      endsAt: null,
      reasonCode: '3',
      reasonText: 'Порыв на магистрали',
      addresses: ['г. Тюмень, ул. Садовая, д. 14', 'г. Тюмень, ул. Садовая, д. 16'],
    });
  });

  it.each([
    [{ OutageKind: '9' }, 'OutageKind', 'unknown'],
    [{ OutageKind: '' }, 'OutageKind', 'required'],
    [{ OutageType: 'BREAK' }, 'OutageType', 'unknown'],
    [{ ServiceCode: '8' }, 'ServiceCode', 'unknown'],
    [{ ServiceCode: 'constructor' }, 'ServiceCode', 'unknown'],
    [{ OutageKind: '__proto__' }, 'OutageKind', 'unknown'],
    [{ StartDate: '31.02.2026 9:00' }, 'StartDate', 'moment'],
    [{ StartDate: 'завтра' }, 'StartDate', 'moment'],
    [{ EndDate: '2026-11-24T18:00' }, 'EndDate', 'end-before-start'],
    [{ EndDate: '' }, 'EndDate', 'required'],
    [{ OutageReason: '3' }, 'OutageReasonText', 'required'],
    [{ FiasHouseGUID: 'дом' }, 'FiasHouseGUID', 'guid'],
    [{ FiasHouseGUID: '' }, 'FiasHouseGUID', 'required'],
  ])('%o is refused', (more, field, reason) => {
    expect(read(more)).toEqual({ field, reason });
  });
});

describe('cells of a row', () => {
  it('are all read, trimmed and cut to their lengths', () => {
    const row = read({
      OutageReportGUID: ` ${'k'.repeat(101)}`,
      OutageReasonText: ` ${'т'.repeat(3001)} `,
      AdditionalInfo: ` ${'и'.repeat(5001)}`,
      Status: ' Отменено ',
      CancelledReason: ` ${'о'.repeat(1001)}`,
      OGRN: ' 1027200000000999 ',
      HouseAddress: 'не нужен',
    });
    expect(row).toEqual({
      line: 2,
      key: 'k'.repeat(100),
      kind: 'planned',
      type: 'PAUSE',
      services: ['1', '2'],
      startsAt: '2026-11-25T04:00:00.000Z',
      endsAt: '2026-11-25T13:00:00.000Z',
      reasonCode: 'repair',
      reasonText: 'т'.repeat(3000),
      info: 'и'.repeat(5000),
      cancelled: true,
      cancelReason: 'о'.repeat(1000),
      ogrn: '102720000000099',
      guids: [GUID],
      addresses: [],
    });
    expect(isRefused(row)).toBe(false);
    expect(isRefused({ field: 'OGRN', reason: 'unknown' })).toBe(true);
  });

  it.each([
    ['CANCELLED', true],
    ['аннулировано', true],
    ['отменено', true],
    ['PUBLISHED', false],
    ['не отменено', false],
    ['отменено частично', false],
  ])('status %s cancels: %s', (Status, cancelled) => {
    expect(read({ Status, CancelledReason: 'нет бригады' })).toMatchObject({
      cancelled,
      cancelReason: cancelled ? 'нет бригады' : '',
    });
  });

  it.each([
    ['1', 'planned'],
    [' Плановый ', 'planned'],
    ['planned', 'planned'],
    ['2', 'emergency'],
    ['внеплановый', 'emergency'],
    ['аварийный', 'emergency'],
    ['авария', 'emergency'],
    ['emergency', 'emergency'],
  ])('kind %s is %s', (OutageKind, kind) => {
    expect(read({ OutageKind })).toMatchObject({ kind });
  });

  it.each([
    ['', 'PAUSE'],
    ['  ', 'PAUSE'],
    ['pause', 'PAUSE'],
    ['Перерыв', 'PAUSE'],
    ['LIMITATION', 'LIMITATION'],
    ['ограничение', 'LIMITATION'],
    ['suspension', 'SUSPENSION'],
    ['приостановление', 'SUSPENSION'],
  ])('type «%s» is %s', (OutageType, type) => {
    expect(read({ OutageType })).toMatchObject({ type });
  });

  it.each([
    ['ХВС', ['1']],
    ['холодная вода', ['1']],
    ['ГВС', ['2']],
    ['горячее водоснабжение', ['2']],
    ['водоотведение', ['3']],
    ['канализация;стоки', ['3']],
    ['электричество и свет', ['4']],
    ['газ', ['5']],
    ['тепло/отопление', ['6']],
    ['ТКО, отходы, мусор', ['7']],
    ['7,  2;1', ['1', '2', '7']],
    ['хвсвода', ['1']],
  ])('utilities «%s» are %j', (ServiceCode, services) => {
    expect(read({ ServiceCode })).toMatchObject({ services });
  });

  it.each([
    ['', 'required'],
    ['вода', 'required'],
    ['водоснабжение и', 'required'],
    ['1 иное', 'unknown'],
    ['неотопление', 'unknown'],
    ['негаз', 'unknown'],
    ['предсвет', 'unknown'],
    ['бестко', 'unknown'],
    ['нехвс', 'unknown'],
    ['негвс', 'unknown'],
    ['неводоотведение', 'unknown'],
    ['водаа', 'unknown'],
  ])('utilities «%s» are refused as %s', (ServiceCode, reason) => {
    expect(read({ ServiceCode })).toEqual({ field: 'ServiceCode', reason });
  });

  it.each([
    [
      { OutageReason: 'upkeep', OutageReasonText: 'сети' },
      { reasonCode: 'upkeep', reasonText: 'сети' },
    ],
    [{ OutageReason: 'weather' }, { reasonCode: 'weather', reasonText: '' }],
    [
      { OutageReason: '3', OutageReasonText: 'порыв' },
      { reasonCode: '3', reasonText: 'порыв' },
    ],
    [
      { OutageReason: '17', OutageReasonText: 'порыв' },
      { reasonCode: '3', reasonText: 'порыв' },
    ],
    [{ OutageReason: 'дом 17' }, { reasonCode: '3', reasonText: 'дом 17' }],
    [{ OutageReason: '17 аварий' }, { reasonCode: '3', reasonText: '17 аварий' }],
    [
      { OutageReason: 'порыв', OutageReasonText: 'трубы' },
      { reasonCode: '3', reasonText: 'трубы' },
    ],
    [{ OutageReason: 'п'.repeat(301) }, { reasonCode: '3', reasonText: 'п'.repeat(300) }],
  ])('reason of %j', (more, reason) => {
    expect(read(more)).toMatchObject(reason);
  });

  it.each(['', '17'])('a reason «%s» says nothing', (OutageReason) => {
    expect(read({ OutageReason })).toEqual({ field: 'OutageReasonText', reason: 'required' });
  });

  it('name houses by ids in any case, or else by address', () => {
    const other = '1F0F0F0F-1111-4222-8333-444455556666';
    expect(read({ FiasHouseGUID: ` ${GUID}, ${other};`, HouseAddress: 'ул. Садовая, д. 14' })).toMatchObject({
      guids: [GUID, other.toLowerCase()],
      addresses: [],
    });
    expect(read({ FiasHouseGUID: '', HouseAddress: ' | ул. Садовая, д. 14 |' })).toMatchObject({
      guids: [],
      addresses: ['ул. Садовая, д. 14'],
    });
  });

  it.each([`x${GUID}`, `${GUID}x`, `${GUID} дом`, GUID.replaceAll('-', '')])('«%s» is no id of a house', (FiasHouseGUID) => {
    expect(read({ FiasHouseGUID })).toEqual({ field: 'FiasHouseGUID', reason: 'guid' });
  });

  it.each([
    [{ StartDate: ' ' }, 'StartDate', 'required'],
    [{ EndDate: '2026-11-25T09:00' }, 'EndDate', 'end-before-start'],
    [{ EndDate: 'вечером' }, 'EndDate', 'moment'],
  ])('%j is refused', (more, field, reason) => {
    expect(read(more)).toEqual({ field, reason });
  });

  it('come from columns without which no row is one', () => {
    expect(requiredColumns).toEqual(['OutageKind', 'ServiceCode', 'StartDate']);
  });

  it('an end of spaces is none', () => {
    expect(read({ OutageKind: '2', EndDate: '  ' })).toMatchObject({ endsAt: null });
  });

  it('a fault of ours is not a refusal of theirs', () => {
    const broken = () => {
      throw new TypeError('no such column');
    };
    expect(() => readReportRow(broken, 2, 'Asia/Yekaterinburg')).toThrow(TypeError);
  });
});
