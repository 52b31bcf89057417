// A TCP proxy that cuts the connection when the server's answer is on its way and nobody has seen it yet.
import net from 'node:net';

export type Verdict = 'pass' | 'drop';

export interface Proxy {
  port: number;
  close(): Promise<void>;
}

/** `onReply` sees each chunk of the server before the client does; `drop` cuts the client's connection instead of passing it on. */
export async function startProxy(
  target: { host: string; port: number },
  onReply: (chunk: Buffer) => Verdict,
  listenPort = 0,
): Promise<Proxy> {
  const sockets = new Set<net.Socket>();
  const server = net.createServer((client) => {
    const upstream = net.connect(target);
    for (const socket of [client, upstream]) {
      sockets.add(socket);
      socket.on('close', () => sockets.delete(socket));
    }
    client.on('error', () => upstream.destroy());
    upstream.on('error', () => client.destroy());
    client.pipe(upstream);
    upstream.on('data', (chunk: Buffer) => {
      if (client.destroyed) return;
      if (onReply(chunk) === 'pass') client.write(chunk);
      else {
        client.resetAndDestroy();
        upstream.destroy();
      }
    });
    upstream.on('end', () => client.end());
    upstream.on('close', () => client.destroy());
    client.on('close', () => upstream.destroy());
  });
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(listenPort, '127.0.0.1', resolve));
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('The proxy has no port');
  return {
    port: address.port,
    async close() {
      for (const socket of sockets) socket.destroy();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}
