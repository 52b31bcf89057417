// The database behind the product under test, as the role that owns its schemas: to look, and to set a scene.
import { e2eStack } from '@zhkh/tools/testing';
import postgres, { type Sql } from 'postgres';

export async function openSql(): Promise<Sql> {
  const sql = postgres(e2eStack().databaseUrl, { max: 4, onnotice: () => undefined });
  const [may] = await sql<{ may: boolean }[]>`select pg_has_role(current_user, 'zhkh_owner', 'USAGE') as may`;
  // The installer made the owner and may act for it; two workers may ask at once.
  if (!may?.may) await sql`grant zhkh_owner to current_user with inherit true, set true`.catch(() => undefined);
  return sql;
}
