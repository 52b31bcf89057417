// Draws a sketch of a place: blocks, streets, numbered discs at real positions, a circle for a cluster.
export interface SketchPoint {
  id: string;
  lat: number;
  lon: number;
  /** A number in the disc. */
  count?: number;
  late?: boolean;
  /** The place the page is about. */
  here?: boolean;
  /** Draws the hatched circle around it. */
  cluster?: boolean;
}

export interface MapSketchProps {
  points: readonly SketchPoint[];
  /** The finding in words. */
  label: string;
}

const WIDTH = 470;
const HEIGHT = 262;
const STREETS = 'M0 92H470M0 182H470M86 0V262M232 0V262M372 0V262';
const BLOCKS = [
  [10, 12, 64, 68],
  [98, 16, 56, 64],
  [164, 16, 58, 30],
  [244, 12, 116, 68],
  [384, 18, 76, 60],
  [10, 104, 64, 66],
  [98, 104, 122, 28],
  [98, 142, 52, 28],
  [244, 104, 50, 66],
  [306, 104, 54, 66],
  [384, 104, 76, 66],
  [10, 194, 64, 56],
  [98, 194, 122, 56],
  [244, 194, 116, 56],
  [384, 194, 76, 56],
] as const;

export function MapSketch({ points, label }: MapSketchProps) {
  const place = projector(points);
  return (
    <div className="map">
      <svg className="mapsketch" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={label}>
        <defs>
          <pattern id="sketch-hatch" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <path className="hatch" d="M0 0V7" />
          </pattern>
        </defs>
        {BLOCKS.map(([x, y, width, height]) => (
          <rect key={`${x} ${y}`} className="block" x={x} y={y} width={width} height={height} rx="2" />
        ))}
        <path className="street" d={STREETS} />
        {points.map((point) => (
          <Disc key={point.id} point={point} at={place(point)} />
        ))}
      </svg>
    </div>
  );
}

function Disc({ point, at }: { point: SketchPoint; at: readonly [number, number] }) {
  const [x, y] = at;
  const radius = point.cluster ? 18 : point.count === undefined ? 7 : 13;
  return (
    <g>
      {point.cluster && <circle className="cluster" cx={x} cy={y} r="40" fill="url(#sketch-hatch)" />}
      <circle className={lookOf(point)} cx={x} cy={y} r={radius} />
      {point.count !== undefined && (
        <text className={point.here ? 'dot-text dot-text--here' : 'dot-text'} x={x} y={y + 5}>
          {point.count}
        </text>
      )}
    </g>
  );
}

function lookOf(point: SketchPoint): string {
  if (point.late || point.cluster) return 'dot dot--late';
  return point.here ? 'dot dot--here' : 'dot';
}

function projector(points: readonly SketchPoint[]): (point: SketchPoint) => readonly [number, number] {
  const span = (values: number[]) => {
    const low = Math.min(...values);
    const high = Math.max(...values);
    return { low, range: high - low || 1 };
  };
  const lat = span(points.map((point) => point.lat));
  const lon = span(points.map((point) => point.lon));
  return (point) => [
    50 + ((WIDTH - 100) * (point.lon - lon.low)) / lon.range,
    HEIGHT - 50 - ((HEIGHT - 100) * (point.lat - lat.low)) / lat.range,
  ];
}
