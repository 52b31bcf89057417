// Builders of this module's loaders and actions.
import { forModule } from '@zhkh/kernel/http.server';

export const { read, change } = forModule('imports');
