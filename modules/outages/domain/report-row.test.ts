// Rows of outage reports as they come: codes, words, dates two ways; each refusal names its column.
import { describe, expect, it } from 'vitest';
import { readReportRow } from './report-row.ts';

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
