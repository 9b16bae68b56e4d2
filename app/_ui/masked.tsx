"use client";
import { useWords } from "#app/_words/use-words.ts";

/**
 * Something that is hidden until it is revealed, as hatching of a plausible width; what may be known stays:
 * `show="R* H*"` or `"*@*.nl"`, each star a stretch of `widths` px.
 */
export function Masked(props: { show: string; widths?: readonly number[] }) {
  const t = useWords("common");
  const parts = props.show.split("*");
  return (
    <span className="inline-flex max-w-full flex-wrap items-center gap-px align-bottom">
      <span className="sr-only">{t("masked")}</span>
      {parts.map((part, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one word never move.
        <span key={index} aria-hidden="true" className="inline-flex items-center gap-px whitespace-pre">
          {index > 0 && (
            <span
              className="hatch inline-block h-[9px] rounded-[2px]"
              style={{ width: props.widths?.[index - 1] ?? 44 }}
            />
          )}
          {part}
        </span>
      ))}
    </span>
  );
}
