import { cx } from "#app/_ui/cx.ts";

/** The size and type of every chart. */
export const CHART_CLASS =
  "block h-auto w-full [&_text]:fill-ink-3 [&_text]:text-11 [&_text]:[font-variant-numeric:tabular-nums] @max-[500px]:[&_text]:text-[16px] @max-[400px]:[&_text]:text-[19px] phone:[&_text]:text-[21px]";

/** The lines of a value axis with their figures. */
export function Grid(props: {
  ticks: readonly number[];
  y: (value: number) => number;
  left: number;
  right: number;
  format: (value: number) => string;
}) {
  return props.ticks.map((tick) => (
    <g key={tick}>
      <line x1={props.left} x2={props.right} y1={props.y(tick)} y2={props.y(tick)} stroke="var(--chart-grid)" />
      <text x={props.left - 8} y={props.y(tick) + 4} textAnchor="end">
        {props.format(tick)}
      </text>
    </g>
  ));
}

/** A target: a dashed ink line with its figure in a block at the end. */
export function Target(props: { y: number; left: number; right: number; label: string }) {
  return (
    <g>
      <line
        x1={props.left}
        x2={props.right}
        y1={props.y}
        y2={props.y}
        stroke="var(--ink)"
        strokeWidth="1.3"
        strokeDasharray="4 3"
      />
      <rect x={props.right + 4} y={props.y - 11} width="60" height="22" rx="4" fill="var(--ink)" />
      <text
        x={props.right + 34}
        y={props.y + 4}
        textAnchor="middle"
        style={{ fill: "var(--surface)", fontWeight: 600 }}
      >
        {props.label}
      </text>
    </g>
  );
}

type Swatch = { label: string; series: 1 | 2 | 3 | 4 | "target" };

/** What the colours of a chart are; copper and stone only, never a state's hue. */
export function Legend(props: { items: readonly Swatch[]; aside?: string }) {
  return (
    <ul className="flex flex-wrap gap-x-3.5 gap-y-1 border-line border-t pt-2.5 text-12 text-ink-2">
      {props.items.map((item) => (
        <li key={item.label} className="flex items-center gap-2">
          <span
            aria-hidden="true"
            className={cx(
              "flex-none",
              item.series === "target" ? "w-4 border-ink border-t-2 border-dashed" : "h-2 w-2 rounded-[2px]",
            )}
            style={item.series === "target" ? undefined : { background: `var(--chart-${item.series})` }}
          />
          {item.label}
        </li>
      ))}
      {props.aside && <li className="ml-auto text-ink-3">{props.aside}</li>}
    </ul>
  );
}
