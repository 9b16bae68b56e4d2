"use client";
import type { ReactNode } from "react";
import { useWords } from "#app/_words/use-words.ts";

/** The figures behind a chart, folded away under "Table". */
export function ChartTable(props: {
  caption: string;
  heads: readonly string[];
  rows: readonly (readonly ReactNode[])[];
}) {
  const t = useWords("common");
  return (
    <details className="text-12">
      <summary className="link w-fit py-1">{t("chart.table")}</summary>
      <table className="num mt-1 w-full border-collapse">
        <caption className="sr-only">{props.caption}</caption>
        <thead>
          <tr>
            {props.heads.map((head) => (
              <th key={head} scope="col" className="py-1 text-right font-medium text-ink-3 first:text-left">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {props.rows.map((row, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the rows of one chart never move.
            <tr key={index} className="border-line border-t">
              {row.map((cell, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: nor do its columns.
                <td key={at} className="py-1 text-right first:text-left">
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
