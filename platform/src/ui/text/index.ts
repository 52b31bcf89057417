// Text helpers of the look: pure, for server and browser.
export * from './kept-together.ts';
export * from './no-break.ts';
export * from './numbers.ts';
export * from './people.ts';
