"use client";
import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useRef, useState } from "react";
import { useWords } from "#app/_words/use-words.ts";
import { Button } from "./button.tsx";

const SHOWN_MS = 10_000;

type Told = { id: number; text: ReactNode; undo?: (() => void | Promise<void>) | undefined };
type Tell = (text: ReactNode, undo?: () => void | Promise<void>) => void;

const ToastContext = createContext<Tell>(() => undefined);

/** `const tell = useToast(); tell(t("snoozed"), () => undoSnooze(id))`: says what was done, for ten seconds, with its undo. */
export const useToast = (): Tell => useContext(ToastContext);

/** Where what was just done is told and can be undone, by button or Ctrl/⌘ Z. The shell has one. */
export function Toasts(props: { children: ReactNode }) {
  const [told, setTold] = useState<Told | null>(null);
  const count = useRef(0);
  const tell = useCallback<Tell>((text, undo) => setTold({ id: ++count.current, text, undo }), []);
  const done = useCallback(() => setTold(null), []);
  const value = useMemo(() => tell, [tell]);
  return (
    <ToastContext value={value}>
      {props.children}
      <div
        aria-live="polite"
        role="status"
        className="-translate-x-1/2 fixed bottom-5 left-1/2 z-70 phone:bottom-[calc(var(--botbar)+12px)] phone:w-[calc(100vw-24px)]"
      >
        {told && <Toast key={told.id} told={told} onDone={done} />}
      </div>
    </ToastContext>
  );
}

function Toast({ told, onDone }: { told: Told; onDone: () => void }) {
  const t = useWords("common");
  const [held, setHeld] = useState(false);
  const { undo } = told;

  useEffect(() => {
    if (held) return;
    const timer = setTimeout(onDone, SHOWN_MS);
    return () => clearTimeout(timer);
  }, [held, onDone]);

  useEffect(() => {
    if (!undo) return;
    const listen = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== "z" || !(event.ctrlKey || event.metaKey) || event.shiftKey) return;
      if (event.target instanceof Element && event.target.closest("input, textarea, [contenteditable=true]")) return;
      event.preventDefault();
      onDone();
      void undo();
    };
    document.addEventListener("keydown", listen);
    return () => document.removeEventListener("keydown", listen);
  }, [undo, onDone]);

  return (
    <fieldset
      className="flex items-center gap-3 rounded-card bg-ink py-1.5 pr-1.5 pl-4 text-surface shadow-pop"
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <span className="min-w-0 flex-1 py-1">{told.text}</span>
      {undo && (
        <Button
          kind="ghost"
          className="border-current! bg-transparent! text-inherit"
          onClick={() => {
            onDone();
            void undo();
          }}
        >
          {t("action.undo")}
        </Button>
      )}
      <Button
        kind="ghost"
        icon="cross"
        aria-label={t("action.dismiss")}
        className="bg-transparent! text-inherit"
        onClick={onDone}
      />
    </fieldset>
  );
}
