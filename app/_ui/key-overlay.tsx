"use client";
import { type ReactNode, useState } from "react";
import { useWords } from "#app/_words/use-words.ts";
import { Button } from "./button.tsx";
import { Dialog } from "./dialog.tsx";
import { setSingleKeys, useSingleKeys } from "./keys-setting.ts";

/** What the keys of this page do, read from the page itself, and the switch that turns single keys off. */
export function KeyOverlay(props: { onClose: () => void }) {
  const t = useWords("shell");
  const on = useSingleKeys();
  const [here] = useState(keysHere);
  return (
    <Dialog open onOpenChange={props.onClose} title={t("keys.title")}>
      {here.length > 0 && (
        <KeyGroup title={t("keys.here")}>
          {here.map(({ key, label }) => (
            <KeyLine key={key + label} keys={[key]} label={label} />
          ))}
        </KeyGroup>
      )}
      <KeyGroup title={t("keys.anywhere")}>
        <KeyLine keys={["Ctrl/⌘ K"]} label={t("keys.find")} />
        <KeyLine keys={["J", "K"]} label={t("keys.move")} />
        <KeyLine keys={["↵"]} label={t("keys.open")} />
        <KeyLine keys={["Esc"]} label={t("keys.close")} />
        <KeyLine keys={["Ctrl/⌘ Z"]} label={t("keys.undo")} />
        <KeyLine keys={["?"]} label={t("keys.help")} />
      </KeyGroup>
      <div className="flex items-center gap-4 border-line border-t pt-3">
        <p className="flex-1 text-12 text-ink-3">{t("keys.explain")}</p>
        <Button role="switch" aria-checked={on} onClick={() => setSingleKeys(!on)}>
          {t(on ? "keys.on" : "keys.off")}
        </Button>
      </div>
    </Dialog>
  );
}

function keysHere(): { key: string; label: string }[] {
  return [...document.querySelectorAll<HTMLElement>("main [aria-keyshortcuts]")]
    .filter((element) => element.checkVisibility())
    .map((element) => {
      const copy = element.cloneNode(true) as HTMLElement;
      for (const key of copy.querySelectorAll("kbd")) key.remove();
      const key = element.getAttribute("aria-keyshortcuts") ?? "";
      return { key: key.toUpperCase(), label: element.ariaLabel ?? copy.textContent ?? "" };
    });
}

function KeyGroup(props: { title: string; children: ReactNode }) {
  return (
    <section>
      <h3 className="mb-1 font-semibold text-12 text-ink-2">{props.title}</h3>
      <ul>{props.children}</ul>
    </section>
  );
}

function KeyLine(props: { keys: readonly string[]; label: string }) {
  return (
    <li className="flex min-h-8 items-center justify-between gap-4 border-line border-b last:border-b-0">
      <span className="min-w-0 truncate">{props.label}</span>
      <span className="flex flex-none gap-1">
        {props.keys.map((key) => (
          <kbd
            key={key}
            className="inline-grid h-5 min-w-5 place-items-center rounded-badge border border-line-strong bg-sunken px-1.5 font-medium font-sans text-11 text-ink-2"
          >
            {key}
          </kbd>
        ))}
      </span>
    </li>
  );
}
