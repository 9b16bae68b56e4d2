"use client";
import { useState } from "react";
import { Field } from "#app/_ui/field.tsx";
import { Icon } from "#app/_ui/icon.tsx";
import { Input } from "#app/_ui/input.tsx";
import { Note } from "#app/_ui/note.tsx";
import { Textarea } from "#app/_ui/textarea.tsx";
import { useWords } from "#app/_words/use-words.ts";
import { QUIET_UNTIL_HOUR } from "#server/prospects/person-time.ts";
import {
  type Channel,
  DISPOSITIONS,
  type Disposition,
  MAX_TOUCH_NOTE,
  MAX_TOUCH_SECONDS,
} from "#server/prospects/touch.ts";
import { Choices, PanelFrame } from "./panel.tsx";
import type { Person } from "./person.ts";
import type { Acts } from "./use-acts.ts";

const OTHER: Channel[] = ["message", "meeting"];

/** What came of a call or a mail, in one key, with what was said. */
export function OutcomePanel(props: { channel: "call" | "mail"; person: Person; acts: Acts }) {
  const { channel, person, acts } = props;
  const t = useWords("provider");
  const [note, setNote] = useState("");
  const [minutes, setMinutes] = useState("");
  const seconds = Math.min(MAX_TOUCH_SECONDS, Math.round(Number(minutes.replace(",", ".")) * 60));
  const said = { note, ...(channel === "call" && seconds > 0 && { durationSeconds: seconds }) };
  const word = (of: Channel, disposition: string) =>
    t(`queue.touch.${of}.${disposition}` as "queue.touch.call.reached");
  const short = (disposition: string) => t(`queue.outcome.${disposition}` as "queue.outcome.reached");
  const choicesOf = (of: Channel, from: number) =>
    DISPOSITIONS[of].map((value, i) => ({
      value: `${of} ${value}`,
      label: of === channel ? short(value) : word(of, value),
      kbd: String(from + i),
    }));
  const choose = (value: string) => {
    const [of, disposition] = value.split(" ") as [Channel, Disposition];
    void acts.log(of, disposition, said);
  };
  return (
    <PanelFrame
      title={t(channel === "call" ? "queue.panel.callTitle" : "queue.panel.mailTitle")}
      aside={<Reach channel={channel} person={person} />}
    >
      {channel === "call" && person.isQuiet && (
        <Note hue="azurite" icon="lock">
          {t("queue.panel.quiet", { hour: QUIET_UNTIL_HOUR })}
        </Note>
      )}
      <div className="flex gap-2.5">
        <Field label={t("queue.panel.noteFor")} optional className="flex-1">
          <Textarea
            className="min-h-[44px]!"
            rows={1}
            maxLength={MAX_TOUCH_NOTE}
            placeholder={t("queue.panel.notePlaceholder")}
            value={note}
            onChange={(event) => setNote(event.target.value)}
          />
        </Field>
        {channel === "call" && (
          <Field label={t("queue.panel.minutes")} className="w-[84px]">
            <Input inputMode="decimal" value={minutes} onChange={(event) => setMinutes(event.target.value)} />
          </Field>
        )}
      </div>
      <Choices choices={choicesOf(channel, 1)} disabled={acts.pending} choose={choose} />
      {channel === "mail" && (
        <>
          <p className="text-12 text-ink-3">{t("queue.panel.messageTitle")}</p>
          <Choices
            choices={OTHER.flatMap((of, i) => choicesOf(of, 4 + 3 * i))}
            disabled={acts.pending}
            choose={choose}
          />
        </>
      )}
    </PanelFrame>
  );
}

function Reach({ channel, person }: { channel: "call" | "mail"; person: Person }) {
  const t = useWords("provider");
  const { phone, email } = person;
  if (channel === "call" && !phone) return t("queue.panel.noPhone");
  if (channel === "mail" && !email) return t("queue.panel.noMail");
  return (
    <a
      className="num flex min-w-0 items-center gap-1.5 whitespace-normal text-copper-text hover:underline wrap-anywhere"
      href={channel === "call" ? `tel:${phone}` : `mailto:${email}`}
    >
      <Icon name={channel} />
      {channel === "call"
        ? t("queue.panel.dial", { phone: person.phoneText ?? "" })
        : t("queue.panel.write", { email: email ?? "" })}
    </a>
  );
}
