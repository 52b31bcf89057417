// The profile: name and language, where one is signed in, passkeys, consent, organisations, signing out.
import { data, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { pageTitle } from '@zhkh/ui';
import { AuthPage, PasskeysCard, RecoveryCodes, SessionsCard, SignOutForm, useAuthWords } from '@zhkh/ui/auth';
import {
  addPasskey,
  changePassword,
  changeProfile,
  consentDate,
  consentsOf,
  currentConsent,
  endOneSession,
  endOtherSessions,
  formatPhone,
  listSessions,
  membershipsOf,
  offerPasskey,
  passkeysOf,
  profileOf,
  readCookie,
  recoveryCodesLeft,
  regionStore,
  removePasskey,
  renewRecoveryCodes,
  securityForms,
  setCookie,
  siteOf,
  switchMembership,
  withdrawConsent,
} from '@zhkh/kernel/auth.server';
import { forbidden, invalid } from '@zhkh/kernel/errors';
import type { Context } from '@zhkh/kernel/module.server';
import { z } from 'zod';
import { change, read } from '../../http.server.ts';
import { landing } from '../../landing.server.ts';
import { ConsentCard, OrganisationsCard, ProfileCard } from '../../ui/profile-cards.tsx';
import { PasswordCard, RecoveryCard } from '../../ui/staff-security-cards.tsx';
import { withCookies } from '../../with-cookies.ts';

export const loader = read({ can: 'signed-in' }, async ({ ctx, runtime, http }) => {
  if (ctx.actor.kind !== 'resident' && ctx.actor.kind !== 'staff') throw forbidden();
  const { accountId } = ctx.actor;
  const store = regionStore(ctx, runtime);
  const profile = await profileOf(ctx, accountId);
  const organisationId = ctx.actor.kind === 'staff' ? ctx.actor.organisation.id : null;
  return {
    title: ctx.t('auth:me.title'),
    profile: { ...profile, phone: profile.phone ? formatPhone(profile.phone) : null, locale: profile.locale ?? ctx.locale },
    sessions: await listSessions(ctx, accountId, http.sessionId),
    passkeys: await passkeysOf(store, accountId),
    recoveryLeft: ctx.actor.kind === 'staff' ? await recoveryCodesLeft(store, accountId) : null,
    consent: ctx.actor.kind === 'resident' ? currentOf(await consentsOf(ctx, accountId)) : null,
    consentVersion: consentDate(ctx.locale),
    organisations: (await membershipsOf(ctx.db, accountId)).map((one) => ({
      ...one,
      isCurrent: one.organisationId === organisationId,
    })),
  };
});

function currentOf(consents: Awaited<ReturnType<typeof consentsOf>>) {
  return (
    consents.find((one) => one.purpose === currentConsent.purpose && one.withdrawnAt === null) ?? { givenAt: null, version: '' }
  );
}

const forms = {
  profile: z.strictObject({ name: z.string().trim().max(100), locale: z.enum(['ru', 'en']) }),
  ...securityForms,
  password: z.strictObject({ current: z.string().max(500), password: z.string().max(500) }),
  'renew-codes': z.strictObject({ code: z.string().max(200) }),
  withdraw: z.strictObject({}),
  switch: z.strictObject({ membership: z.uuid() }),
};

/** Residents have neither a password nor recovery codes. */
async function staffOnly(ctx: Context): Promise<{ email: string }> {
  if (ctx.actor.kind !== 'staff') throw forbidden();
  const { email } = await profileOf(ctx, ctx.actor.accountId);
  return { email: email ?? '' };
}

export const action = change(
  { can: 'signed-in', form: forms, secrets: ['answer', 'current', 'password', 'code'] },
  async ({ ctx, runtime, http, form, request }) => {
    if (ctx.actor.kind !== 'resident' && ctx.actor.kind !== 'staff') throw forbidden();
    const { accountId } = ctx.actor;
    const store = regionStore(ctx, runtime);
    const site = siteOf(http.origin, ctx.tenant.name);
    if (form.intent === 'profile') {
      await changeProfile(ctx, accountId, { name: form.name, locale: form.locale });
      return data({ saved: true });
    }
    if (form.intent === 'password') {
      const { email } = await staffOnly(ctx);
      const { current, password } = form;
      await changePassword(ctx, runtime, { accountId, email, current, password, client: http, sessionId: http.sessionId });
      return data({ passwordChanged: true });
    }
    if (form.intent === 'renew-codes') {
      await staffOnly(ctx);
      return data({ codes: await renewRecoveryCodes(ctx, runtime, accountId, form.code) });
    }
    if (form.intent === 'end-session') await ctx.write((w) => endOneSession(w, accountId, form.session));
    if (form.intent === 'end-others') await ctx.write((w) => endOtherSessions(w, accountId, http.sessionId));
    if (form.intent === 'remove-passkey') await removePasskey(store, accountId, form.key);
    if (form.intent === 'withdraw') await withdrawConsent(ctx, accountId);
    if (form.intent === 'passkey-options') {
      const profile = await profileOf(ctx, accountId);
      const offer = await offerPasskey(store, site, {
        id: accountId,
        login: profile.email ?? profile.phone ?? '',
        name: profile.name,
      });
      return data({ options: offer.options }, withCookies(setCookie(runtime, 'portal', 'step', offer.token, 600_000)));
    }
    if (form.intent === 'passkey') {
      const token = readCookie(runtime, 'portal', 'step', request);
      if (!token) throw invalid('auth.passkey-failed');
      await addPasskey(store, site, { accountId, token, answer: form.answer, userAgent: http.userAgent });
    }
    if (form.intent === 'switch' && http.sessionId) {
      const switched = { accountId, membershipId: form.membership, client: http, currentSessionId: http.sessionId };
      return redirect(await landing(ctx, accountId, '/'), withCookies(await switchMembership(ctx, runtime, switched)));
    }
    return redirect('/me');
  },
);

export const meta = pageTitle;

export default function Me() {
  const page = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>();
  const t = useAuthWords();
  if (state && 'codes' in state) {
    return (
      <AuthPage title={t('setup.codes-title')} lead={t('setup.codes-lead')} room="tabs">
        <RecoveryCodes codes={state.codes} next="/me" />
      </AuthPage>
    );
  }
  return (
    <AuthPage title={t('me.title')} foot={<SignOutForm />} room="tabs">
      <ProfileCard profile={page.profile} state={state} />
      {page.organisations.length > 1 && <OrganisationsCard organisations={page.organisations} />}
      <SessionsCard sessions={page.sessions} />
      <PasskeysCard passkeys={page.passkeys} recoveryLeft={null} />
      {page.recoveryLeft !== null && <PasswordCard email={page.profile.email ?? ''} state={state} />}
      {page.recoveryLeft !== null && <RecoveryCard left={page.recoveryLeft} state={state} />}
      {page.consent && <ConsentCard givenAt={page.consent.givenAt} version={page.consentVersion} />}
    </AuthPage>
  );
}
