// A line over time as inline SVG of the server, with the same numbers as a table under it.
import { useWords } from './words.ts';

export interface LinePoint {
  label: string;
  value: number;
}

export interface LineChartProps {
  /** The finding in words: «Доля ответов в срок выросла с 61 % до 82 %». */
  summary: string;
  /** Head of the table's first column: «Неделя». */
  axis: string;
  points: readonly LinePoint[];
  /** «%» */
  unit?: string;
  goal?: number;
  min?: number;
  max?: number;
}

const WIDTH = 452;
const LEFT = 34;
const RIGHT = 378;
const TOP = 10;
const BOTTOM = 178;

export function LineChart({ summary, axis, points, unit = '', goal, min, max }: LineChartProps) {
  const t = useWords();
  const scale = scaleOf(points, goal, min, max);
  const x = (index: number) => LEFT + ((RIGHT - LEFT) * index) / Math.max(1, points.length - 1);
  const y = (value: number) => BOTTOM - ((BOTTOM - TOP) * (value - scale.low)) / (scale.high - scale.low);
  const last = points.at(-1);
  const path = points.map((point, index) => `${index ? 'L' : 'M'}${x(index).toFixed(1)} ${y(point.value).toFixed(1)}`).join('');
  return (
    <div>
      <svg className="chart" viewBox={`0 0 ${WIDTH} 206`} role="img" aria-label={summary}>
        {scale.marks.map((mark) => (
          <g key={mark}>
            <path className="grid-line" d={`M${LEFT} ${y(mark)}H${RIGHT}`} />
            <text x={LEFT - 8} y={y(mark) + 4} textAnchor="end">
              {mark}
            </text>
          </g>
        ))}
        {goal !== undefined && (
          <>
            <path className="goal" d={`M${LEFT} ${y(goal)}H${RIGHT}`} />
            <text className="goal-text" x={RIGHT + 8} y={y(goal) + 4 - (last && Math.abs(y(goal) - y(last.value)) < 16 ? 12 : 0)}>
              {t('chart.goal', { value: `${goal}${unit && ` ${unit}`}` })}
            </text>
          </>
        )}
        <path className="line" d={path} />
        {last && <EndPoint x={x(points.length - 1)} y={y(last.value)} words={`${last.value}${unit && ` ${unit}`}`} />}
        {labelled(points).map(({ label, index }) => (
          <text key={index} x={index === 0 ? LEFT : x(index)} y={200} textAnchor={index === 0 ? 'start' : 'middle'}>
            {label}
          </text>
        ))}
      </svg>
      <DataTable summary={summary} axis={axis} points={points} unit={unit} />
    </div>
  );
}

function EndPoint({ x, y, words }: { x: number; y: number; words: string }) {
  return (
    <>
      <circle className="point" cx={x} cy={y} r="4" />
      <text className="v" x={x + 8} y={y + 5}>
        {words}
      </text>
    </>
  );
}

function DataTable({ summary, axis, points, unit }: Pick<LineChartProps, 'summary' | 'axis' | 'points' | 'unit'>) {
  const t = useWords();
  return (
    <details className="charttable">
      <summary>{t('chart.table')}</summary>
      <table className="table">
        <caption className="vh">{summary}</caption>
        <thead>
          <tr>
            <th scope="col">{axis}</th>
            <th scope="col" className="n">
              {unit}
            </th>
          </tr>
        </thead>
        <tbody>
          {points.map((point) => (
            <tr key={point.label}>
              <td>{point.label}</td>
              <td className="n" data-main>
                {point.value}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}

function scaleOf(points: readonly LinePoint[], goal: number | undefined, min: number | undefined, max: number | undefined) {
  const values = [...points.map((point) => point.value), ...(goal === undefined ? [] : [goal])];
  const step = stepFor((max ?? Math.max(...values, 1)) - (min ?? Math.min(...values)));
  const low = min ?? Math.floor(Math.min(...values) / step) * step;
  const high = Math.max(low + step, max ?? Math.ceil(Math.max(...values) / step) * step);
  const marks: number[] = [];
  for (let mark = low; mark <= high; mark += step) marks.push(mark);
  return { low, high, marks };
}

function stepFor(range: number): number {
  const rough = Math.max(1, range / 4);
  const power = 10 ** Math.floor(Math.log10(rough));
  return ([1, 2, 5, 10].find((one) => one * power >= rough) ?? 10) * power;
}

const LETTER = 7.4;

/** As many words under the axis as stand without touching. */
function labelled(points: readonly LinePoint[]): { label: string; index: number }[] {
  const longest = Math.max(1, ...points.map((point) => point.label.length));
  const fit = Math.max(2, Math.min(6, Math.floor((RIGHT - LEFT) / (longest * LETTER + 18))));
  const every = Math.max(1, Math.ceil(points.length / fit));
  return points.map((point, index) => ({ label: point.label, index })).filter(({ index }) => index % every === 0);
}
