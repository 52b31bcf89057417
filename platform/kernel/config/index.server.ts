// Door of the configuration. `loadConfig` is the one place of the product that reads the environment.
import { ConfigError } from './config.ts';
import { type RawEnv, readConfig } from './read-env.server.ts';

export * from './config.ts';
export { deriveSecrets } from './derive-secrets.server.ts';
export { type ConfigOverrides, testConfig } from './local.server.ts';
export { type RawEnv, readConfig, variableNames } from './read-env.server.ts';

/** For a launcher: reads the environment; when it is wrong prints the whole list and ends the process. */
export function loadConfig() {
  try {
    return readConfig(process.env);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exit(1);
  }
}

/** For a launcher: the environment as it is, to hand on to what it starts. */
export const environment = (): RawEnv => process.env;

/** The folder a person called an npm script from: npm goes to the root and keeps it here. */
export const callersFolder = (): string => process.env['INIT_CWD'] || process.cwd();
