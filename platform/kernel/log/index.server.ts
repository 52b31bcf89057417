// Door of the log: JSON lines without personal data.
export { createLogger, type Logger } from './create-logger.server.ts';
