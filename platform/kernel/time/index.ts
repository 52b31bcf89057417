// The only clock, and the working calendar of Russia.
export * from './clock.ts';
export * from './local-date.ts';
export * from './working-calendar.ts';
export * from './zoned.ts';
