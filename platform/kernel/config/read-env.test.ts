// The environment is checked as a whole, and production has no default secret.
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { ConfigError, readConfig, variableNames } from './index.server.ts';

const local = {
  MODE: 'local',
  DATABASE_URL: 'postgres://control:x@127.0.0.1:5432/app',
  SECRET_KEY: 'k'.repeat(32),
  SMTP_URL: 'smtp://127.0.0.1:3025',
  SMS_URL: 'http://127.0.0.1:3003/sms',
};

function problemsOf(env: Record<string, string>): readonly string[] {
  try {
    readConfig(env);
    return [];
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
}

/** Read by the launchers before a configuration exists (platform/tools). */
const launcherNames = ['PORT_CATCHER', 'PORT_SMTP', 'PORT_POSTGRES', 'CHROMIUM_PATH'];

describe('readConfig', () => {
  it('fills everything else in local mode', () => {
    const config = readConfig({ ...local, PORT_PARTNER: '4001' });
    expect(config.apps.partner).toEqual({ port: 4001, host: 'localhost:4001' });
    expect(config.publicScheme).toBe('http');
    expect(config.redisUrl).toBeNull();
  });

  it('lists every problem at once', () => {
    const problems = problemsOf({ MODE: 'local', DATABASE_URL: 'mysql://x', PORT_PORTAL: '99999', SECRET_KEY: 'short' });
    for (const name of ['DATABASE_URL', 'PORT_PORTAL', 'SECRET_KEY', 'SMTP_URL', 'SMS_URL']) {
      expect(
        problems.some((p) => p.startsWith(name)),
        name,
      ).toBe(true);
    }
  });

  it('has no default secret, host or sender in production', () => {
    const problems = problemsOf({
      MODE: 'production',
      DATABASE_URL: local.DATABASE_URL,
      SMTP_URL: local.SMTP_URL,
      SMS_URL: 'https://sms.example',
    });
    expect(problems).toEqual([expect.stringContaining('SECRET_KEY')]);
    const later = problemsOf({ ...local, MODE: 'production', SMS_URL: 'https://sms.example' });
    expect(later.map((p) => p.split(':')[0])).toEqual(['MAIL_FROM', 'HOST_PORTAL', 'HOST_PARTNER', 'HOST_SUPERADMIN']);
  });

  it('refuses half of a pair and services on this machine in production', () => {
    const hosts = { MAIL_FROM: 'a@b.ru', HOST_PORTAL: 'zhkh.ru', HOST_PARTNER: 'p.zhkh.ru', HOST_SUPERADMIN: 's.zhkh.ru' };
    const problems = problemsOf({ ...local, ...hosts, MODE: 'production', UNLEASH_URL: 'https://flags.example' });
    expect(problems.map((p) => p.split(':')[0])).toEqual(['UNLEASH_TOKEN', 'SMS_URL']);
  });

  it('reads connections of regions from their file, and says so when it cannot', () => {
    const file = path.join(mkdtempSync(path.join(os.tmpdir(), 'connections-')), 'regions.json');
    writeFileSync(file, JSON.stringify({ tyumen: { 'gis-exchange': { endpoint: 'https://gis.example/' } } }));
    expect(readConfig({ ...local, REGION_CONNECTIONS: file }).connections.tyumen).toHaveProperty('gis-exchange');
    expect(readConfig(local).connections).toEqual({});
    writeFileSync(file, '{');
    expect(problemsOf({ ...local, REGION_CONNECTIONS: file })).toEqual([expect.stringContaining('REGION_CONNECTIONS')]);
  });

  it('keeps keys of different purposes apart', () => {
    const { secrets } = readConfig(local);
    expect(new Set(Object.values(secrets)).size).toBe(Object.keys(secrets).length);
  });

  it('is documented variable by variable in .env.example', () => {
    const text = readFileSync(new URL('../../../.env.example', import.meta.url), 'utf8');
    for (const name of variableNames) expect(text, name).toMatch(new RegExp(`^#? ?${name}=`, 'm'));
  });

  it('finds nothing in .env.example that nobody reads', () => {
    const text = readFileSync(new URL('../../../.env.example', import.meta.url), 'utf8');
    const documented = [...text.matchAll(/^# ?([A-Z][A-Z_]+)=/gm)].map((match) => match[1] ?? '');
    expect(documented.filter((name) => ![...variableNames, ...launcherNames].includes(name))).toEqual([]);
  });
});
