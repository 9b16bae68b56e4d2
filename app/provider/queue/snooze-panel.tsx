"use client";
import { useState } from "react";
import { Button } from "#app/_ui/button.tsx";
import { Field } from "#app/_ui/field.tsx";
import { Input } from "#app/_ui/input.tsx";
import { useNow } from "#app/_ui/viewer.tsx";
import { useWords } from "#app/_words/use-words.ts";
import { DAY_MS } from "#server/kernel/time.ts";
import { MAX_SNOOZE_DAYS } from "#server/prospects/queue.ts";
import { Choices, PanelFrame } from "./panel.tsx";
import type { Acts } from "./use-acts.ts";

const DAYS = [1, 3, 7] as const;

/** Puts the person off by one, three or seven days, or to a day of choice. */
export function SnoozePanel({ acts }: { acts: Acts }) {
  const t = useWords("provider");
  const now = useNow();
  const [day, setDay] = useState("");
  const dayAfter = (days: number) => new Date(now + days * DAY_MS).toISOString().slice(0, 10);
  return (
    <PanelFrame title={t("queue.panel.snoozeTitle")}>
      <Choices
        choices={DAYS.map((days) => ({
          value: String(days),
          label: t("queue.panel.days", { days }),
          kbd: String(days),
        }))}
        disabled={acts.pending}
        choose={(days) => void acts.snooze({ days: Number(days) })}
      />
      <form
        className="flex items-end gap-2"
        onSubmit={(event) => {
          event.preventDefault();
          if (day) void acts.snooze({ day });
        }}
      >
        <Field label={t("queue.panel.pick")}>
          <Input
            type="date"
            required
            min={dayAfter(1)}
            max={dayAfter(MAX_SNOOZE_DAYS)}
            value={day}
            onChange={(event) => setDay(event.target.value)}
          />
        </Field>
        <Button type="submit" pending={acts.pending} className="h-(--entry)!">
          {t("queue.act.snooze")}
        </Button>
      </form>
    </PanelFrame>
  );
}
