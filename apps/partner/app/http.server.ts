// The builders of this app's own routes.
import { forApp } from '@zhkh/kernel/http.server';

export const { read, change } = forApp('partner');
