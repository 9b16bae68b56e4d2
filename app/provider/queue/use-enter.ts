"use client";
import { useEffect, useRef } from "react";
import { isSingleKey } from "#app/_ui/single-key.ts";

/** Enter goes on to the next one, unless it is meant for what has the focus: a button, a link, a field. */
export function useEnter(run: () => void): void {
  const latest = useRef(run);
  latest.current = run;
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.key !== "Enter" || event.repeat || !isSingleKey(event) || document.querySelector("[role=dialog]"))
        return;
      if (event.target instanceof Element && event.target.closest("button, a, summary, label, input")) return;
      event.preventDefault();
      latest.current();
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, []);
}
