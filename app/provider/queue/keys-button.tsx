"use client";
import { Button } from "#app/_ui/button.tsx";
import { useWords } from "#app/_words/use-words.ts";

/** Shows what every key does; the shell listens for the question mark. */
export function KeysButton() {
  const t = useWords("provider");
  const show = () => document.dispatchEvent(new KeyboardEvent("keydown", { key: "?", bubbles: true }));
  return (
    <span className="phone:hidden">
      <Button kind="ghost" onClick={show}>
        {t("queue.keys")}
        <kbd className="font-sans text-11 text-ink-3">?</kbd>
      </Button>
    </span>
  );
}
