// A socket for COPY that sends at once. The driver leaves the system's default: the last, small part of a COPY then waits 40 ms for the
// server's delayed acknowledgement of the part before, which is longer than the whole COPY takes.
import net from 'node:net';

interface Target {
  host: readonly string[];
  port: readonly number[];
}

/** Connected: the driver takes a socket it has not made as ready to speak. `host` is what it checks a certificate against. */
export function promptSocket({ host: [host = ''], port: [port = 0] }: Target, timeoutMs: number): Promise<net.Socket> {
  return new Promise((resolve, reject) => {
    const socket = net.connect({ host, port, noDelay: true, timeout: timeoutMs });
    socket.once('error', reject);
    socket.once('timeout', () => socket.destroy(new Error(`No connection to ${host}:${port} in ${timeoutMs} ms`)));
    socket.once('connect', () => {
      socket.removeAllListeners();
      socket.setTimeout(0);
      resolve(Object.assign(socket, { host, port }));
    });
  });
}
