// Ids are made by the app: uuid v7, so they sort by time and need no round trip.
import { v7 } from 'uuid';

export function newId(): string {
  return v7();
}
