// Small questions and orders to processes by their id.

export function signalTo(pid: number, signal: NodeJS.Signals | 0): boolean {
  try {
    process.kill(pid, signal);
    return true;
  } catch {
    return false;
  }
}

export const isAlive = (pid: number) => signalTo(pid, 0);

/** Waits until `done()` or the time is over; tells which. */
export async function waitUntil(done: () => boolean | Promise<boolean>, ms: number, every = 50): Promise<boolean> {
  for (const end = Date.now() + ms; Date.now() < end; ) {
    if (await done()) return true;
    await new Promise((resolve) => setTimeout(resolve, every));
  }
  return done();
}
