// What starting a process leaves behind (tens of megabytes of heap nobody uses) goes before its first long reading: memory is promised as a whole.
import { Session } from 'node:inspector/promises';

let done = false;

export async function freeMemory(): Promise<void> {
  if (done) return;
  done = true;
  const session = new Session();
  session.connect();
  try {
    await session.post('HeapProfiler.collectGarbage');
  } finally {
    session.disconnect();
  }
}
