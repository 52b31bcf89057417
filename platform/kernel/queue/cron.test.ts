// Due moments in the region's own time.
import { describe, expect, it } from 'vitest';
import { dueSince, nextAt } from './cron.ts';

const at = (text: string) => new Date(text);

describe('dueSince', () => {
  it.each([
    ['0 2 * * *', 'Asia/Yekaterinburg', '2026-03-01T22:00:00Z', '2026-03-02T07:00:00Z', null],
    ['0 2 * * *', 'Asia/Yekaterinburg', '2026-03-01T20:59:00Z', '2026-03-01T21:00:00Z', '2026-03-01T21:00:00.000Z'],
    ['0 2 * * *', 'Asia/Omsk', '2026-03-01T19:59:00Z', '2026-03-01T20:00:30Z', '2026-03-01T20:00:00.000Z'],
    ['*/5 * * * *', 'UTC', '2026-03-02T07:00:00Z', '2026-03-02T07:17:00Z', '2026-03-02T07:15:00.000Z'],
  ])('%s in %s', (pattern, zone, since, now, due) => {
    expect(dueSince(pattern, zone, at(since), at(now))?.toISOString() ?? null).toBe(due);
  });
});

describe('nextAt', () => {
  it('is in the region’s own time, and null for what is no pattern', () => {
    expect(nextAt('30 2 * * *', 'Asia/Omsk', at('2026-03-01T10:00:00Z'))?.toISOString()).toBe('2026-03-01T20:30:00.000Z');
    for (const bad of ['every night', '99 * * * *', '']) expect(nextAt(bad, 'UTC', at('2026-03-01T10:00:00Z'))).toBeNull();
  });
});
