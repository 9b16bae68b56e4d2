"use client";
import { useWords } from "#app/_words/use-words.ts";
import { LinkButton } from "./button.tsx";

/** A filter that hides everything: names the filter and offers to clear it. */
export function FilteredEmpty(props: { filter: string; clearHref: string }) {
  const t = useWords("common");
  return (
    <div className="flex flex-wrap items-center gap-3 px-4 py-5 text-ink-2">
      <p>{t("empty.filtered", { filter: props.filter })}</p>
      <LinkButton href={props.clearHref} icon="cross" scroll={false}>
        {t("action.clearFilter")}
      </LinkButton>
    </div>
  );
}
