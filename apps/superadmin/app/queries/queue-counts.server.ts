// How many jobs stand in each queue, by state. Null when the queue does not answer: the page says that nothing is lost.
import type { ControlContext } from '@zhkh/platform/http.server';
import { openBoardQueues } from '../board/board-queues.server.ts';

export interface QueueCount {
  name: string;
  waiting: number;
  active: number;
  delayed: number;
  failed: number;
  completed: number;
}

type Runtime = Parameters<typeof openBoardQueues>[0];

export async function queueCounts(control: ControlContext, runtime: Runtime): Promise<QueueCount[] | null> {
  try {
    return await Promise.all(
      openBoardQueues(runtime).map(async (queue) => {
        const counts = await queue.getJobCounts('waiting', 'active', 'delayed', 'failed', 'completed');
        const of = (state: string) => counts[state] ?? 0;
        return {
          name: queue.name,
          waiting: of('waiting'),
          active: of('active'),
          delayed: of('delayed'),
          failed: of('failed'),
          completed: of('completed'),
        };
      }),
    );
  } catch (error) {
    control.log.warn({ err: error }, 'queues did not answer');
    return null;
  }
}
