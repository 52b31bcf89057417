// Text helpers of the look: pure, for server and browser.
export * from './kept-together.ts';
export * from '@zhkh/kernel/i18n';
export * from './numbers.ts';
export * from './people.ts';
