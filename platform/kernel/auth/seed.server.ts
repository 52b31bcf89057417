// Demo accounts with known logins, for the local mode and tests only: refuses to run anywhere else.
import { createHmac } from 'node:crypto';
import { newId } from '../db/ids.ts';
import type { Context, Write } from '../module/context.server.ts';
import type { AuthRuntime } from './auth-runtime.server.ts';
import { currentConsent } from './consent-texts.ts';
import { hashPassword, storePassword } from './password.server.ts';
import { seal } from './seal.server.ts';
import { membershipsOf, staffByEmail } from './staff-account.server.ts';
import { credentialsOf } from './stores.server.ts';
import type { CredentialDb, StaffRole } from '../db/tables/auth.server.ts';
import { currentTotp } from './totp.server.ts';
import { residentOf } from './verify-phone-code.server.ts';

export interface DemoLogin {
  app: 'portal' | 'superadmin' | 'partner';
  role: string;
  /** Phone of a resident, e-mail of everybody else. */
  login: string;
  password: string | null;
  totpSecret: string | null;
}

const demoPassword = 'dom stoit na gorke';

function assertDemo(runtime: Pick<AuthRuntime, 'config'>): void {
  if (runtime.config.mode === 'production') throw new Error('Demo accounts exist in local and test mode only');
}

/** The same for a login every time, and different in every installation. */
function demoSecret(runtime: Pick<AuthRuntime, 'config'>, login: string): string {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
  const bytes = createHmac('sha256', runtime.config.secrets.fields).update(`demo-totp:${login}`).digest();
  return [...bytes].map((byte) => alphabet[byte & 31]).join('');
}

/** What the authenticator of a demo account shows now. */
export function demoTotp(runtime: Pick<AuthRuntime, 'config' | 'clock'>, login: string): string {
  assertDemo(runtime);
  return currentTotp(demoSecret(runtime, login), runtime.clock.now());
}

async function giveCredentials(db: CredentialDb, runtime: AuthRuntime, accountId: string, login: string): Promise<void> {
  const now = runtime.clock.now();
  await storePassword(db, accountId, now, await hashPassword(demoPassword));
  await db
    .insertInto('totp')
    .values({
      account_id: accountId,
      secret_sealed: seal(runtime.config.secrets.fields, accountId, demoSecret(runtime, login)),
      confirmed_at: now,
      created_at: now,
    })
    .onConflict((conflict) => conflict.column('account_id').doNothing())
    .execute();
}

interface StaffSeed {
  email: string;
  name: string;
  role: StaffRole;
  organisation: { id: string; kind: 'company' | 'authority'; name: string };
}

async function seedStaff(ctx: Context, runtime: AuthRuntime, staff: StaffSeed): Promise<DemoLogin> {
  const known = await staffByEmail(ctx.db, staff.email);
  const login: DemoLogin = {
    app: 'portal',
    role: staff.role,
    login: staff.email,
    password: demoPassword,
    totpSecret: demoSecret(runtime, staff.email),
  };
  if (known && (await membershipsOf(ctx.db, known.id)).length > 0) return login;
  const now = ctx.clock.now();
  await ctx.write(async (w) => {
    const id = known?.id ?? newId();
    if (!known) {
      const row = {
        id,
        kind: 'staff' as const,
        phone: null,
        email: staff.email,
        name: staff.name,
        locale: null,
        created_at: now,
        erase_after: null,
      };
      await w.db.insertInto('account').values(row).execute();
      await giveCredentials(credentialsOf(w.db), runtime, id, staff.email);
    }
    const organisation = {
      organisation_kind: staff.organisation.kind,
      organisation_id: staff.organisation.id,
      organisation_name: staff.organisation.name,
    };
    await w.db
      .insertInto('membership')
      .values({
        id: newId(),
        account_id: id,
        role: staff.role,
        ...organisation,
        territories: null,
        created_at: now,
        ended_at: null,
      })
      .execute();
  });
  return login;
}

/** A resident who has given consent; the same account every time. Returns its id. */
export async function ensureDemoResident(ctx: Context, w: Write, input: { phone: string; name: string }): Promise<string> {
  const account = await residentOf(ctx, w, input.phone);
  await w.db.updateTable('account').set({ name: input.name }).where('id', '=', account.id).execute();
  const consent = {
    purpose: currentConsent.purpose,
    text_version: currentConsent.version,
    given_at: ctx.clock.now(),
    given_from: 'demo',
    withdrawn_at: null,
  };
  await w.db
    .insertInto('consent')
    .values({ id: newId(), account_id: account.id, ...consent })
    .onConflict((conflict) => conflict.columns(['account_id', 'purpose']).where('withdrawn_at', 'is', null).doNothing())
    .execute();
  return account.id;
}

async function ensureAuthority(ctx: Context): Promise<{ id: string; name: string }> {
  const known = await ctx.db.selectFrom('authority').select(['id', 'name']).where('kind', '=', 'inspectorate').executeTakeFirst();
  if (known) return known;
  const authority = { id: newId(), name: 'Государственная жилищная инспекция' };
  const row = { ...authority, kind: 'inspectorate' as const, territories: null, email: null, created_at: ctx.clock.now() };
  await ctx.write((w) => w.db.insertInto('authority').values(row).execute());
  return authority;
}

/**
 * One demo sign-in per role of a region; safe to run twice.
 * `company` is the one that has a cabinet; without it only residents and officials are made.
 */
export async function seedDemoAccounts(
  ctx: Context,
  runtime: AuthRuntime,
  input: { company: { id: string; name: string } | null },
): Promise<DemoLogin[]> {
  assertDemo(runtime);
  const { slug, subjectCode } = ctx.tenant;
  const phone = `+7912${subjectCode}00101`;
  await ctx.write((w) => ensureDemoResident(ctx, w, { phone, name: 'Ольга Смирнова' }));
  const logins: DemoLogin[] = [
    {
      app: 'portal',
      role: 'resident',
      login: phone,
      password: null,
      totpSecret: null,
    },
  ];
  const authority = { ...(await ensureAuthority(ctx)), kind: 'authority' as const };
  const company = input.company && { ...input.company, kind: 'company' as const };
  const staff: (Omit<StaffSeed, 'email'> & { login: string })[] = [
    ...(company
      ? [
          {
            login: 'admin',
            name: 'Марина Ершова',
            role: 'company-admin' as const,
            organisation: company,
          },
          {
            login: 'master',
            name: 'Игорь Панов',
            role: 'company-employee' as const,
            organisation: company,
          },
        ]
      : []),
    {
      login: 'official',
      name: 'Елена Крылова',
      role: 'official',
      organisation: authority,
    },
    {
      login: 'region',
      name: 'Андрей Лосев',
      role: 'region-admin',
      organisation: authority,
    },
  ];
  for (const { login, ...one } of staff)
    logins.push(
      await seedStaff(ctx, runtime, {
        ...one,
        email: `${login}@${slug}.demo.zhkh.ru`,
      }),
    );
  return logins;
}

/** An operator, a support colleague and a partner of the control plane; safe to run twice. */
export async function seedDemoOperators(runtime: AuthRuntime): Promise<DemoLogin[]> {
  assertDemo(runtime);
  const created_at = runtime.clock.now();
  const people = [
    {
      app: 'superadmin' as const,
      role: 'operator',
      login: 'operator@demo.zhkh.ru',
      name: 'Павел Орлов',
    },
    {
      app: 'superadmin' as const,
      role: 'support',
      login: 'support@demo.zhkh.ru',
      name: 'Анна Котова',
    },
    {
      app: 'partner' as const,
      role: 'partner',
      login: 'partner@demo.zhkh.ru',
      name: 'Сергей Белов',
    },
  ];
  for (const person of people) {
    await runtime.control.transaction().execute(async (db) => {
      const common = { id: newId(), email: person.login, name: person.name, locale: null, created_at };
      const row =
        person.app === 'partner'
          ? await db
              .insertInto('partner_account')
              .values({ ...common, business_name: 'Кофейня «Зерно»' })
              .onConflict((conflict) => conflict.column('email').doNothing())
              .returning('id')
              .executeTakeFirst()
          : await db
              .insertInto('operator_account')
              .values({ ...common, role: person.role === 'support' ? 'support' : 'operator' })
              .onConflict((conflict) => conflict.column('email').doNothing())
              .returning('id')
              .executeTakeFirst();
      if (row) await giveCredentials(credentialsOf(db), runtime, row.id, person.login);
    });
  }
  return people.map(({ app, role, login }) => ({
    app,
    role,
    login,
    password: demoPassword,
    totpSecret: demoSecret(runtime, login),
  }));
}
