// Makes the hidden key that turns a doubled form into one; works without JavaScript.
import { v7 } from 'uuid';

export function newIdempotencyKey(): string {
  return v7();
}
