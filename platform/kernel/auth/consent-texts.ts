// The consent a resident gives apart from any other document (152-ФЗ art. 9): purpose, version and text.
// A new text is a new version.
export interface ConsentText {
  purpose: string;
  version: string;
  /** i18n keys of the paragraphs. */
  paragraphs: readonly string[];
}

export const currentConsent: ConsentText = {
  purpose: 'personal-data',
  version: '2026-11-01',
  paragraphs: ['auth:consent.what', 'auth:consent.why', 'auth:consent.who', 'auth:consent.how-long', 'auth:consent.withdraw'],
};

/** Day of the text in force, in words and with the year: a document is named by it. */
export function consentDate(locale: string): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(
    new Date(`${currentConsent.version}T00:00:00Z`),
  );
}
