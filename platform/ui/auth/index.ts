// Door of the sign-in pages' parts, shared by the three apps.
export { withNext as linkWithNext } from '@zhkh/kernel/auth';
export * from './auth-page.tsx';
export * from './passkey-button.tsx';
export * from './second-factor-form.tsx';
export * from './security-cards.tsx';
export * from './setup-second-factor.tsx';
export * from './staff-sign-in-form.tsx';
export * from './words.ts';
