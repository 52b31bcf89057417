// Port of letters and SMS to people. Words are rendered when queued, in the receiver's language.
export interface LetterInput {
  /** Stable across retries: becomes part of Message-ID, so a letter in doubt can be told from a second letter. */
  key: string;
  to: string;
  subject: string;
  text: string;
  html?: string;
  /** Address that stops letters of this kind by one POST (RFC 8058); mail programs show it as a button. */
  unsubscribe?: string;
  /** What it is about, for the trail: `complaints.answered`. With `auth.` the text is blanked once it is sent. */
  purpose: string;
  /** After this it is of no use and is not sent any more (a code). */
  expiresAt?: Date;
}

export interface SmsInput {
  key: string;
  /** E.164 */
  to: string;
  text: string;
  purpose: string;
  expiresAt?: Date;
}

export interface Notifier {
  letter(input: LetterInput): Promise<void>;
  sms(input: SmsInput): Promise<void>;
}
