// Two lengths of one test: `npm test` runs the short one, `npm run prove -- at-length` the long one.
const long = process.env.TEST_AT_LENGTH === '1';

/** How many rounds, files or requests: fewer in every run, all of them in the proof. */
export const atLength = (forms: { short: number; long: number }): number => (long ? forms.long : forms.short);
