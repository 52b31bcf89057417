// No region takes the whole worker: at most half of the places, so a quiet neighbour always finds one.
export interface FairShare {
  /** False = the region has its share already; come again later. */
  enter(region: string): boolean;
  leave(region: string): void;
}

export function fairShare(places: number): FairShare {
  const share = Math.max(1, Math.floor(places / 2));
  const running = new Map<string, number>();
  return {
    enter(region) {
      const now = running.get(region) ?? 0;
      if (now >= share) return false;
      running.set(region, now + 1);
      return true;
    },
    leave(region) {
      const now = running.get(region) ?? 0;
      if (now <= 1) running.delete(region);
      else running.set(region, now - 1);
    },
  };
}
