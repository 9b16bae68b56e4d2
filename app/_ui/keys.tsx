"use client";
import { useEffect, useState } from "react";
import { KeyOverlay } from "./key-overlay.tsx";
import { isSingleKey } from "./single-key.ts";

/** The elements a key may press: those that name it and can be seen, inside the dialog when one is open. */
export function keyed(): HTMLElement[] {
  const dialogs = document.querySelectorAll<HTMLElement>("[role=dialog]");
  const within = dialogs[dialogs.length - 1] ?? document;
  return [...within.querySelectorAll<HTMLElement>("[aria-keyshortcuts]")].filter(
    (element) => element.checkVisibility() && !element.matches(":disabled, [aria-disabled=true]"),
  );
}

/** `j` and `k`: the next or previous thing of the list on screen; an open detail moves along. */
function move(step: 1 | -1): boolean {
  if (document.querySelector("[role=dialog]")) return false;
  const items = [...document.querySelectorAll<HTMLElement>("main [data-item]")].filter((item) =>
    item.checkVisibility(),
  );
  const focused = items.indexOf(document.activeElement as HTMLElement);
  const open = items.findIndex((item) => item.ariaCurrent === "true" || item.closest("[data-selected]"));
  const from = focused >= 0 ? focused : open;
  const next = items[from < 0 ? 0 : Math.min(items.length - 1, Math.max(0, from + step))];
  if (!next) return false;
  next.focus();
  next.scrollIntoView({ block: "nearest" });
  if (open >= 0 && items[open] !== next) next.click();
  return true;
}

function press(key: string): boolean {
  if (key === "j") return move(1);
  if (key === "k") return move(-1);
  const target = keyed().find((element) => element.getAttribute("aria-keyshortcuts")?.toLowerCase() === key);
  target?.click();
  return target !== undefined;
}

/** Makes the keys written on buttons press them, `j` and `k` move, and `?` show the list. The shell has one. */
export function Keys() {
  const [shown, setShown] = useState(false);
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const key = event.key.toLowerCase();
      const named = key.length > 1 && !(key === "enter" && event.target === document.body);
      const held = event.repeat && key !== "j" && key !== "k";
      if (named || held || !isSingleKey(event)) return;
      if (key === "?") setShown(true);
      else if (!press(key)) return;
      event.preventDefault();
    };
    document.addEventListener("keydown", listen);
    return () => document.removeEventListener("keydown", listen);
  }, []);
  return shown ? <KeyOverlay onClose={() => setShown(false)} /> : null;
}
