// Notices a read through the pool inside an open transaction: a second connection while one is held can hang the pool.
import { AsyncLocalStorage } from 'node:async_hooks';

interface Mark {
  role: string;
  open: boolean;
}

const marks = new AsyncLocalStorage<Mark>();

/** Runs `work` marked as inside a transaction of this login. */
export async function insideWrite<T>(role: string, work: () => Promise<T>): Promise<T> {
  const mark: Mark = { role, open: true };
  try {
    return await marks.run(mark, work);
  } finally {
    mark.open = false;
  }
}

export function assertOutsideWrite(role: string): void {
  const mark = marks.getStore();
  if (mark?.open && mark.role === role) throw new Error('ctx.db (or a second ctx.write) used inside ctx.write: use w.db');
}
