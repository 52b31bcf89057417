// Shapes of what pages of imports take in.
import { z } from 'zod';

const slug = z.string().regex(/^[a-z][a-z0-9-]{1,23}$/);
const connectorId = z.string().regex(/^[a-z0-9-]{2,40}$/);

export const regionParams = z.strictObject({ slug });
export const importParams = z.strictObject({ slug, importId: z.uuid() });
export const importsQuery = z.strictObject({
  source: z.union([connectorId, z.literal('')]).optional(),
  state: z.enum(['', 'queued', 'running', 'staged', 'done', 'failed', 'stopped', 'expired']).optional(),
  page: z.coerce.number().int().min(1).max(10_000).default(1),
});
export const importsForm = z.strictObject({ connector: connectorId });
