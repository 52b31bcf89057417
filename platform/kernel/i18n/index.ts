// Browser-safe door of i18n: languages, the choice of one, instances with the words of the installed modules.
export * from './create-i18n.ts';
export * from './locale.ts';
export * from './pick-locale.ts';
export * from './no-break.ts';
