"use client";
import { useEffect } from "react";
import { Button } from "#app/_ui/button.tsx";
import { Menu } from "#app/_ui/menu.tsx";
import { RefusalNote } from "#app/_ui/refusal.tsx";
import { useWords } from "#app/_words/use-words.ts";
import { NotePanel } from "./note-panel.tsx";
import { OffPanel } from "./off-panel.tsx";
import { OutcomePanel } from "./outcome-panel.tsx";
import type { Panel, Person } from "./person.ts";
import { SkipPanel } from "./skip-panel.tsx";
import { SnoozePanel } from "./snooze-panel.tsx";
import type { Acts } from "./use-acts.ts";

type Given = { person: Person; acts: Acts; panel: Panel; setPanel: (panel: Panel) => void; goOn: () => void };

const BUTTONS = [
  { panel: "call", icon: "call", kbd: "c", word: "call", onPhone: true },
  { panel: "mail", icon: "mail", kbd: "m", word: "mail", onPhone: true },
  { panel: "note", icon: "note", kbd: "n", word: "note", onPhone: false },
  { panel: "snooze", icon: "clock", kbd: "s", word: "snooze", onPhone: true },
  { panel: "off", icon: "refuse", kbd: "x", word: "disqualify", onPhone: false },
] as const;

/** One key each for what an agent does; the choice it needs opens beneath, never in a dialog. */
export function Actions({ person, acts, panel, setPanel, goOn }: Given) {
  const t = useWords("provider");
  const toggle = (to: Panel) => {
    acts.reset();
    setPanel(panel === to ? null : to);
  };
  useEffect(() => {
    if (!panel) return;
    const close = (event: KeyboardEvent) => {
      if (event.key !== "Escape" || event.defaultPrevented || event.isComposing) return;
      // The first press leaves a field, so that its text is not lost by the key that ends an input method.
      if (event.target instanceof HTMLElement && event.target.matches("input, textarea")) event.target.blur();
      else setPanel(null);
    };
    document.addEventListener("keydown", close);
    return () => document.removeEventListener("keydown", close);
  }, [panel, setPanel]);

  return (
    <div className="sticky top-0 z-2 border-line border-b bg-surface px-6 pt-3.5 pb-3 phone:static phone:px-4">
      <fieldset aria-label={t("queue.act.label")} className="flex flex-wrap gap-1.5">
        {BUTTONS.map((button) => (
          <Button
            key={button.panel}
            icon={button.icon}
            kbd={button.kbd}
            aria-expanded={panel === button.panel}
            onClick={() => toggle(button.panel)}
            className={
              button.onPhone
                ? "px-[9px]! aria-expanded:bg-hover phone:flex-1"
                : "px-[9px]! aria-expanded:bg-hover phone:hidden"
            }
          >
            {t(`queue.act.${button.word}`)}
          </Button>
        ))}
        <span className="wide:hidden">
          <Menu
            align="end"
            trigger={<Button icon="more" aria-label={t("queue.act.more")} />}
            groups={[
              {
                entries: [
                  { label: t("queue.act.note"), icon: "note", onSelect: () => toggle("note") },
                  { label: t("queue.act.disqualify"), icon: "refuse", onSelect: () => toggle("off") },
                  { label: t("queue.act.next"), icon: "right", onSelect: goOn },
                ],
              },
            ]}
          />
        </span>
      </fieldset>
      {panel === "call" && <OutcomePanel channel="call" person={person} acts={acts} />}
      {panel === "mail" && <OutcomePanel channel="mail" person={person} acts={acts} />}
      {panel === "note" && <NotePanel acts={acts} />}
      {panel === "snooze" && <SnoozePanel acts={acts} />}
      {panel === "off" && <OffPanel acts={acts} />}
      {panel === "skip" && <SkipPanel acts={acts} />}
      {acts.refusal && (
        <div className="mt-2">
          <RefusalNote>{acts.refusal}</RefusalNote>
        </div>
      )}
    </div>
  );
}
