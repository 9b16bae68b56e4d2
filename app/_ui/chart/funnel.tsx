"use client";
import { Percent } from "#app/_ui/percent.tsx";
import { useWords } from "#app/_words/use-words.ts";
import { Legend } from "./grid.tsx";

type Stage = { label: string /** One count per source, in the order of `sources`. */; parts: readonly number[] };

/** How many are left at each stage, split by source; a table that draws itself, so it needs no other behind it. */
export function Funnel(props: { caption: string; sources: readonly string[]; stages: readonly Stage[] }) {
  const t = useWords("common");
  const sums = props.stages.map((stage) => stage.parts.reduce((sum, part) => sum + part, 0));
  const most = Math.max(1, ...sums);
  return (
    <div className="grid gap-2.5">
      <table className="w-full border-collapse">
        <caption className="sr-only">{props.caption}</caption>
        <tbody>
          {props.stages.map((stage, row) => (
            <tr key={stage.label}>
              <th scope="row" className="h-[37px] w-[92px] pr-2 text-left font-normal text-ink-2">
                {stage.label}
              </th>
              <td>
                <span
                  aria-hidden="true"
                  className="flex h-5 gap-px overflow-hidden rounded-[3px]"
                  style={{ width: `${((sums[row] ?? 0) / most) * 100}%` }}
                >
                  {stage.parts.map((part, index) => (
                    <span
                      key={props.sources[index]}
                      style={{ flex: part, background: `var(--chart-${(index % 4) + 1})` }}
                    />
                  ))}
                </span>
                <span className="sr-only">
                  {stage.parts.map((part, index) => `${props.sources[index]} ${part}`).join(", ")}
                </span>
              </td>
              <td className="num w-11 text-right font-semibold">{sums[row]}</td>
              <td className="num w-[52px] text-right text-ink-3">
                <Percent value={row === 0 || !sums[row - 1] ? null : (sums[row] ?? 0) / (sums[row - 1] ?? 1)} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <Legend
        items={props.sources.map((label, index) => ({ label, series: ((index % 4) + 1) as 1 | 2 | 3 | 4 }))}
        aside={t("chart.ofBefore")}
      />
    </div>
  );
}
