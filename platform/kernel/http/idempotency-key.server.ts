// The hidden field that makes a doubled or repeated form one: made by the server when the form is shown, works without JavaScript.
import { v7 } from 'uuid';

export function newIdempotencyKey(): string {
  return v7();
}
