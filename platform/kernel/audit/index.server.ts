// Door of the sealed log and the audit trail in it.
export { type AuditEntry, auditEntries } from './audit-entries.server.ts';
export { eraseContent } from './erase-content.server.ts';
export { sealLog } from './seal-log.server.ts';
export { type LogReport, verifyLog } from './verify-log.server.ts';
