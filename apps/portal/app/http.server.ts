// The builders of this app's own routes.
import { forApp } from '@zhkh/platform/http.server';

export const { loader, action } = forApp('portal');
