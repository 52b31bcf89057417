// What a fact was read from: the file of its import, or of the many messages of one exchange the very one that told it.
import { sql } from 'kysely';

/** Column `file_name` over the import as `source` and the fact under the alias given. */
export function factFile(fact: string) {
  return sql<string | null>`coalesce(
    (select split_part(source.file, ',', 1) || ', MessageGUID ' || request.id from exchange_request request
     where request.import_id = source.id and ${sql.ref(`${fact}.import_line`)} between request.first_line and request.last_line limit 1),
    source.file)`.as('file_name');
}
