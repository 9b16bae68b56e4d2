"use client";
import { useEffect, useState } from "react";
import { useWords } from "#app/_words/use-words.ts";
import { Button } from "./button.tsx";

/** Copies a text, and says that it has. */
export function CopyButton(props: { text: string; label?: string }) {
  const t = useWords("common");
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), 2000);
    return () => clearTimeout(timer);
  }, [copied]);
  const copy = async () => {
    await navigator.clipboard.writeText(props.text);
    setCopied(true);
  };
  return (
    <Button icon={copied ? "check" : "copy"} onClick={copy} aria-live="polite">
      {copied ? t("action.copied") : (props.label ?? t("action.copy"))}
    </Button>
  );
}
