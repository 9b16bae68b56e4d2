"use client";
import { useWords } from "#app/_words/use-words.ts";

/** Words for why a row, or a part of it, could not be used. */
export function useReason(): (code: string) => string {
  const t = useWords("provider");
  return (code) => {
    const key = `imports.reason.${code}` as "imports.reason.name:missing";
    return t.has(key) ? t(key) : code;
  };
}
