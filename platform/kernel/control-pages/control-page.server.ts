// What a page that both apps above the regions have is made from.
import type { ControlRequest } from '../auth/index.server.ts';
import type { Builders, ControlScope } from '../http/index.server.ts';

export interface ControlPageOf {
  app: ControlRequest['app'];
  read: Builders<ControlScope>['read'];
  change: Builders<ControlScope>['change'];
  /** Key of the words over the sign-in form. */
  signInTitle: string;
}
