"use client";
import { useWords } from "#app/_words/use-words.ts";
import { SKIP_REASONS, type Skip } from "#server/prospects/queue.ts";
import { Choices, PanelFrame } from "./panel.tsx";
import type { Acts } from "./use-acts.ts";

/** Why a person is passed over whom nobody contacted. */
export function SkipPanel({ acts }: { acts: Acts }) {
  const t = useWords("provider");
  return (
    <PanelFrame title={t("queue.panel.skipTitle")} aside={t("queue.panel.skipHint")}>
      <Choices
        choices={SKIP_REASONS.map((value, i) => ({ value, label: t(`queue.skip.${value}`), kbd: String(i + 1) }))}
        disabled={acts.pending}
        choose={(reason) => void acts.skip(reason as Skip["reason"])}
      />
    </PanelFrame>
  );
}
