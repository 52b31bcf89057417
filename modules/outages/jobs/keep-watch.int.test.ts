// Outages past their promised end: the author is reminded once, the forgotten ones are closed.
import { expect } from 'vitest';
import { outageOne } from '../queries/outage-one.server.ts';
import { accountOf, it, MINUTE } from '../testing/it.ts';
import { sentTo, work } from '../testing/scene.ts';
import { closeForgotten, remindAuthors } from './keep-watch.server.ts';

it('the author is reminded once, and the forgotten one is closed without a message', async ({ regions, here, outageId }) => {
  await work(regions, here.system);
  regions.clock.advance(200 * MINUTE);
  await remindAuthors(here.system);
  await remindAuthors(here.system);
  const reminders = await here.system.db
    .selectFrom('outgoing_message')
    .select('subject')
    .where('key', '=', `outages.remind.${outageId}.1`)
    .execute();
  expect(reminders).toHaveLength(1);
  regions.clock.advance(25 * 60 * MINUTE);
  await closeForgotten(here.system);
  await work(regions, here.system);
  expect((await outageOne(here.employee, outageId)).history.at(-1)?.kind).toBe('closed');
  expect(await sentTo(here.system, accountOf(here.resident))).toHaveLength(1);
});
