// The extension point for records about a person: a copy of them, and erasure (152-ФЗ art. 14, 21).
import { defineExtensionPoint } from '../module/define-contract.ts';
import type { Write } from '../module/context.server.ts';

export interface PersonalRecords {
  /** Key of the module's part in the copy: `residence`, `complaints`. */
  name: string;
  /** Everything kept about the person, as plain data. */
  copy(accountId: string): Promise<unknown>;
  /** In the transaction that erases the account: takes away who it was; what happened to the house stays. */
  forget(w: Write, accountId: string): Promise<void>;
}

/** A module that is switched off still holds what it wrote: it is asked all the same. */
export const personalRecords = defineExtensionPoint<PersonalRecords>('platform.personal-records', { evenOff: true });
