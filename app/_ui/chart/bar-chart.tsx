import { CHART_CLASS, Grid, Target } from "./grid.tsx";
import { scale, ticksOf } from "./scale.ts";

const W = 604;
const H = 228;
const LEFT = 62;
const BASE = 206;
const TOP = 18;

/**
 * Bars over time, drawn on the server. `summary` says in one sentence what they show. With a target, bars that meet it
 * are copper (`better` says which side is good), the others stone.
 */
export function BarChart(props: {
  summary: string;
  bars: readonly { label: string; value: number }[];
  format: (value: number) => string;
  target?: { value: number; better: "below" | "above" };
}) {
  const { bars, target, format } = props;
  const ticks = ticksOf([...bars.map((bar) => bar.value), target?.value ?? 0]);
  const right = target ? 536 : W - 4;
  const y = scale([ticks[0] ?? 0, ticks.at(-1) ?? 1], [BASE, TOP]);
  const step = (right - LEFT) / Math.max(1, bars.length);
  const width = Math.min(56, step * 0.56);
  const meets = (value: number) =>
    !target || (target.better === "below" ? value <= target.value : value >= target.value);
  return (
    <div className="@container">
      <svg viewBox={`0 0 ${W} ${H}`} role="img" aria-label={props.summary} className={CHART_CLASS}>
        <Grid ticks={ticks} y={y} left={LEFT} right={right} format={format} />
        {bars.map((bar, index) => {
          const middle = LEFT + step * (index + 0.5);
          const top = Math.min(y(bar.value), y(0));
          return (
            <g key={bar.label}>
              <rect
                x={middle - width / 2}
                y={top}
                width={width}
                height={Math.abs(y(bar.value) - y(0))}
                rx="2"
                fill={meets(bar.value) ? "var(--chart-1)" : "var(--chart-3)"}
              />
              <text x={middle} y={H - 6} textAnchor="middle">
                {bar.label}
              </text>
              {bars.length <= 12 && (
                <text
                  x={middle}
                  y={valueAt(top, target && y(target.value))}
                  textAnchor="middle"
                  className="fill-ink-2! font-medium @max-[500px]:hidden phone:hidden"
                >
                  {format(bar.value)}
                </text>
              )}
            </g>
          );
        })}
        {target && <Target y={y(target.value)} left={LEFT} right={right} label={format(target.value)} />}
      </svg>
    </div>
  );
}

/** The figure stands above its bar, and above the target's line when it would lie on it. */
const valueAt = (top: number, line: number | undefined) =>
  line !== undefined && top - 6 > line - 6 && top - 18 < line + 4 ? line - 6 : top - 6;
