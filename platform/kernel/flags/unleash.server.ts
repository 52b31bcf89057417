// Reads flags by unleash-client: from a real Unleash where one is configured, else from our own table.
import { EventEmitter } from 'node:events';
import { InMemStorageProvider, Unleash } from 'unleash-client';
import type { FeatureInterface } from 'unleash-client/lib/feature.js';
import type { RepositoryInterface } from 'unleash-client/lib/repository/index.js';

/** Name of the flag that switches a module: the same in our table and in an Unleash server. */
export const flagOf = (module: string) => `module.${module}`;

export interface Flags {
  isOn(flag: string, tenantId: string): boolean;
  close(): void;
}

function feature(module: string, tenantIds: readonly string[]): FeatureInterface {
  return {
    name: flagOf(module),
    enabled: tenantIds.length > 0,
    strategies: [
      {
        name: 'default',
        parameters: {},
        constraints: [{ contextName: 'tenantId', operator: 'IN' as never, inverted: false, values: [...tenantIds] }],
      },
    ],
  };
}

/** A repository whose features come from our own control plane; replaced whole at each refresh. */
export class OwnFlags extends EventEmitter implements RepositoryInterface {
  #features = new Map<string, FeatureInterface>();

  replace(switchedOn: ReadonlyMap<string, readonly string[]>): void {
    this.#features = new Map([...switchedOn].map(([module, tenants]) => [flagOf(module), feature(module, tenants)]));
  }

  getToggle(name: string) {
    return this.#features.get(name);
  }

  getToggles() {
    return [...this.#features.values()];
  }

  getTogglesWithSegmentData() {
    return this.getToggles() as never;
  }

  getSegment() {
    return undefined;
  }

  stop(): void {}

  async start(): Promise<void> {
    this.emit('ready');
  }
}

const QUIET = { appName: 'zhkh', disableMetrics: true, skipInstanceCountWarning: true, disableAutoStart: true };

function flagsOf(client: Unleash, fallback: (flag: string, tenantId: string) => boolean): Flags {
  client.on('error', () => undefined);
  client.on('warn', () => undefined);
  const started = client.start();
  return {
    isOn: (flag, tenantId) => client.isEnabled(flag, { properties: { tenantId } }, () => fallback(flag, tenantId)),
    // A client stopped before its first answer begins to ask anew, for ever.
    close: () => void started.finally(() => client.destroy()),
  };
}

export function ownFlags(repository: OwnFlags): Flags {
  return flagsOf(new Unleash({ ...QUIET, url: 'http://localhost/', repository }), () => false);
}

/** While the server is silent the last known state holds; a flag it does not know falls back to our table. */
export function serverFlags(
  server: { url: string; token: string },
  fallback: (flag: string, tenantId: string) => boolean,
): Flags {
  const client = new Unleash({
    ...QUIET,
    url: server.url,
    refreshInterval: 1000,
    customHeaders: { Authorization: server.token },
    storageProvider: new InMemStorageProvider(),
  });
  return flagsOf(client, fallback);
}
