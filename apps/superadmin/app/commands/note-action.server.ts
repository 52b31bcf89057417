// Writes an operator's action into the journal. No personal data in `detail`.
import { jsonb, newId } from '@zhkh/kernel/db.server';
import type { ControlContext } from '@zhkh/kernel/http.server';

export interface OperatorAction {
  /** `module.switched-on`: also a key of the journal's words. */
  action: string;
  subject: string;
  region: string | null;
  detail?: Record<string, string | number | boolean | null>;
}

export async function noteAction(control: ControlContext, entry: OperatorAction): Promise<void> {
  await control.db
    .insertInto('operator_audit')
    .values({
      id: newId(),
      at: control.clock.now(),
      operator_id: control.actor.kind === 'operator' ? control.actor.accountId : null,
      action: entry.action,
      subject: entry.subject,
      region: entry.region,
      detail: jsonb(entry.detail ?? {}),
    })
    .execute();
}
