// The control plane's tables that belong to partner businesses.
import type {} from '@zhkh/kernel/db.server';

declare module '@zhkh/kernel/tables.server' {
  interface ControlTables {
    partner_profile: {
      account_id: string;
      name: string;
      inn: string;
      address: string;
      phone: string;
      opening_hours: string;
      about: string;
      updated_at: Date;
    };
    partner_region: { account_id: string; tenant_id: string; since: Date };
  }
}
