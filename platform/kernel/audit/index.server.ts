// Door of the audit trail.
export { type ChainReport, verifyAudit } from './verify.server.ts';
