// Server door of sign-in: sessions, codes, second factors, invitations, consent, people of organisations.
export * from './ability.server.ts';
export * from './where-allowed.server.ts';
export { acceptInvitation } from './accept-invitation.server.ts';
export type { AuthApp, AuthRuntime, Client } from './auth-runtime.server.ts';
export { consentsOf, giveConsent, hasConsented, withdrawConsent } from './consent.server.ts';
export { consentDate, currentConsent } from './consent-texts.ts';
export { endControlSession, readAnyControlSession, readControlSession, startControlSession } from './control-session.server.ts';
export {
  controlSignInWithPasskey,
  controlSignInWithPassword,
  finishControlSignIn,
  unfinishedControlSession,
} from './control-sign-in.server.ts';
export {
  type ControlRequest,
  controlFactorStep,
  controlFactors,
  controlSetup,
  controlSetupStep,
  controlSignInStep,
  type Step,
} from './control-steps.server.ts';
export { changePassword, renewRecoveryCodes } from './change-password.server.ts';
export { clearCookie, cookieName, readCookie, setCookie } from './cookies.server.ts';
export {
  createInvitation,
  type InvitationInput,
  pendingInvitations,
  readInvitation,
  revokeInvitation,
} from './invitation.server.ts';
export { companyAdmin, inviteEmployee, removeMember } from './members.server.ts';
export { followsAction } from './follows-action.ts';
export { localPath, withNext } from './next-path.ts';
export { addPasskey, askForPasskey, offerPasskey, passkeysOf, removePasskey, siteOf } from './passkey.server.ts';
export { openChallenge, resendAt, resendPhoneCode, sendPhoneCode, smsDelayed } from './phone-code.server.ts';
export { askForReset, readReset, resetPassword } from './password-reset.server.ts';
export { accountByPhone, authorityNameOf, type Employee, employeeOf, nameOf, type Reach, reachOf } from './people.server.ts';
export { demoCompany } from './demo-company.ts';
export { type PersonalRecords, personalRecords } from './personal-records.server.ts';
export { formatPhone, maskPhone, normalisePhone } from './phone-number.server.ts';
export { changeProfile, exportAccount, profileOf } from './profile.server.ts';
export { purgeAuth } from './purge.server.ts';
export { controlProfile, controlProfileStep } from './control-profile.server.ts';
export { qrOf } from './qr.server.ts';
export { recoveryCodesLeft, verifyRecoveryCode } from './recovery-codes.server.ts';
export { type DemoLogin, demoTotp, ensureDemoResident, seedDemoAccounts, seedDemoOperators } from './seed.server.ts';
export { readAnySession, readSession, startSession } from './session.server.ts';
export { endOneSession, endOtherSessions, endSession, listSessions, type SessionView } from './sessions-of-account.server.ts';
export {
  hasCabinet,
  type Member,
  membershipsOf,
  membersOf,
} from './staff-account.server.ts';
export {
  finishSignIn,
  signInWithPasskey,
  signInWithPassword,
  switchMembership,
  unfinishedSession,
} from './staff-sign-in.server.ts';
export { factorForms, nextField, passwordForms, securityForms, setupForms } from './step-forms.ts';
export { controlStore, regionStore } from './stores.server.ts';
export { confirmTotp, hasTotp, prepareTotp, verifyTotp } from './totp.server.ts';
export { residentOf, verifyPhoneCode } from './verify-phone-code.server.ts';
