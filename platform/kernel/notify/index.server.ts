// Door of letters and SMS: queued in a transaction, or sent now by a job with retries of its own.
export { layLetter, type LetterWords } from './letter-layout.ts';
export { parseMailAddress } from './mail-address.ts';
export { createMailTransport, type MailInput, type MailTransport } from './mail-transport.server.ts';
export { messageIdFor } from './message-id.server.ts';
export { createNotifier } from './notifier.server.ts';
export type { LetterInput, Notifier, SmsInput } from './port.server.ts';
export { isSendFailure, type SendFailure, type SendOutcome } from './send-failure.ts';
export { sendLetter } from './send-letter.server.ts';
export { createSmsTransport, type SmsTransport } from './sms-transport.server.ts';
