"use client";
import { useState } from "react";
import { Button } from "#app/_ui/button.tsx";
import { Field } from "#app/_ui/field.tsx";
import { Textarea } from "#app/_ui/textarea.tsx";
import { useWords } from "#app/_words/use-words.ts";
import { MAX_TOUCH_NOTE } from "#server/prospects/touch.ts";
import { PanelFrame } from "./panel.tsx";
import type { Acts } from "./use-acts.ts";

/** Something to remember about the person; Ctrl or Command with Enter saves it. */
export function NotePanel({ acts }: { acts: Acts }) {
  const t = useWords("provider");
  const [note, setNote] = useState("");
  const save = () => void (note.trim() && acts.log("note", "note", { note }));
  return (
    <PanelFrame title={t("queue.panel.noteTitle")}>
      <Field label={t("queue.panel.noteFor")} hint={t("queue.panel.noteHint")}>
        <Textarea
          autoFocus
          maxLength={MAX_TOUCH_NOTE}
          value={note}
          onChange={(event) => setNote(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) save();
          }}
        />
      </Field>
      <span>
        <Button pending={acts.pending} disabled={!note.trim()} onClick={save}>
          {t("queue.panel.save")}
          <kbd className="font-sans text-11 text-ink-3 phone:hidden">Ctrl ↵</kbd>
        </Button>
      </span>
    </PanelFrame>
  );
}
