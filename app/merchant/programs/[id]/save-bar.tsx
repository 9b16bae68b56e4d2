"use client";
import type { ReactNode } from "react";
import { ActionBar } from "#app/_ui/action-bar.tsx";
import { Button } from "#app/_ui/button.tsx";
import { RefusalNote } from "#app/_ui/refusal.tsx";
import { useWords } from "#app/_words/use-words.ts";

/** The foot of a section's form: what saving does, the server's "no", and the button. */
export function SaveBar(props: {
  published: boolean;
  changed: boolean;
  pending: boolean;
  refusal: ReactNode;
  onSave: () => void;
  onReset: () => void;
}) {
  const t = useWords("merchant");
  const says = t(props.published ? "program.saveLive" : "program.saveDraft");
  return (
    <ActionBar
      says={props.refusal ? <RefusalNote>{props.refusal}</RefusalNote> : <span className="text-ink-3">{says}</span>}
    >
      <Button size="large" disabled={!props.changed} onClick={props.onReset}>
        {t("program.reset")}
      </Button>
      <Button size="large" kind="primary" disabled={!props.changed} pending={props.pending} onClick={props.onSave}>
        {t("program.save")}
      </Button>
    </ActionBar>
  );
}
