import { CHART_CLASS, Grid, Target } from "./grid.tsx";
import { scale, ticksOf } from "./scale.ts";

const W = 604;
const H = 228;
const LEFT = 62;
const BASE = 200;
const TOP = 18;

type Point = { x: number; y: number };

/** One or two lines over a number, drawn on the server: the first copper, the second dashed stone; a band around the first, a target, a point to look at. */
export function LineChart(props: {
  summary: string;
  lines: readonly { label: string; points: readonly Point[] }[];
  /** Between these the first line may lie: a forecast. */
  band?: readonly { x: number; low: number; high: number }[];
  target?: number;
  at?: Point;
  /** Names along the axis; numbers are set by `format` when left out. */
  names?: readonly { x: number; label: string }[];
  format: (value: number) => string;
}) {
  const points = props.lines.flatMap((line) => line.points);
  const xs = points.map((point) => point.x);
  const ticks = ticksOf([
    ...points.map((point) => point.y),
    ...(props.band ?? []).map((at) => at.high),
    props.target ?? 0,
  ]);
  const right = props.target === undefined ? W - 34 : 536;
  const low = Math.min(...xs);
  const high = Math.max(...xs);
  const x = scale([low, high], [LEFT, right]);
  const y = scale([ticks[0] ?? 0, ticks.at(-1) ?? 1], [BASE, TOP]);
  const path = (line: readonly Point[]) =>
    line.map((point) => `${x(point.x).toFixed(1)},${y(point.y).toFixed(1)}`).join(" ");
  const names =
    props.names ??
    [0, 0.25, 0.5, 0.75, 1].map((part) => low + (high - low) * part).map((at) => ({ x: at, label: props.format(at) }));
  return (
    <div className="@container">
      <svg viewBox={`0 0 ${W} ${H}`} role="img" aria-label={props.summary} className={CHART_CLASS}>
        <Grid ticks={ticks} y={y} left={LEFT} right={right} format={props.format} />
        {names.map((name) => (
          <text key={name.x} x={x(name.x)} y={H - 8} textAnchor="middle">
            {name.label}
          </text>
        ))}
        {props.band && (
          <polygon
            points={`${path(props.band.map((at) => ({ x: at.x, y: at.high })))} ${path(props.band.map((at) => ({ x: at.x, y: at.low })).reverse())}`}
            fill="var(--chart-4)"
            opacity=".45"
          />
        )}
        {[...props.lines].reverse().map((line) => (
          <polyline
            key={line.label}
            points={path(line.points)}
            fill="none"
            strokeLinejoin="round"
            {...(line === props.lines[0]
              ? { stroke: "var(--chart-1)", strokeWidth: 2.2 }
              : { stroke: "var(--chart-3)", strokeWidth: 1.5, strokeDasharray: "4 3" })}
          />
        ))}
        {props.target !== undefined && (
          <Target y={y(props.target)} left={LEFT} right={right} label={props.format(props.target)} />
        )}
        {props.at && <Spot x={x(props.at.x)} y={y(props.at.y)} />}
      </svg>
    </div>
  );
}

/** The point to look at, with a line down to the axis. */
function Spot({ x, y }: Point) {
  return (
    <g>
      <line x1={x} x2={x} y1={y} y2={BASE} stroke="var(--ink)" />
      <circle cx={x} cy={y} r="4.5" fill="var(--chart-1)" stroke="var(--surface)" strokeWidth="2" />
    </g>
  );
}
