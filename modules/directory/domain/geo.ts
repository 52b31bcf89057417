// Distances on the ground.

export interface Point {
  lat: number;
  lon: number;
}

const EARTH = 6_371_008;
const rad = (degrees: number) => (degrees * Math.PI) / 180;

/** Haversine, metres. */
export function metresBetween(a: Point, b: Point): number {
  const half =
    Math.sin(rad(b.lat - a.lat) / 2) ** 2 + Math.cos(rad(a.lat)) * Math.cos(rad(b.lat)) * Math.sin(rad(b.lon - a.lon) / 2) ** 2;
  return 2 * EARTH * Math.asin(Math.min(1, Math.sqrt(half)));
}

/** A box that holds the circle of `metres` around the point. */
export function boxAround(at: Point, metres: number): { south: number; north: number; west: number; east: number } {
  const dLat = (metres / EARTH) * (180 / Math.PI);
  const dLon = dLat / Math.max(0.05, Math.cos(rad(at.lat)));
  return { south: at.lat - dLat, north: at.lat + dLat, west: at.lon - dLon, east: at.lon + dLon };
}

/** Four decimals: eleven metres, enough to find a house and not the flat somebody stands in. */
export function roundPoint(at: Point): Point {
  return { lat: Math.round(at.lat * 1e4) / 1e4, lon: Math.round(at.lon * 1e4) / 1e4 };
}
