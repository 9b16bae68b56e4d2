"use client";
import { useState } from "react";
import { cx } from "#app/_ui/cx.ts";
import { History, HistoryItem } from "#app/_ui/history.tsx";
import type { IconName } from "#app/_ui/icons.ts";
import { Instant } from "#app/_ui/instant.tsx";
import { Sep } from "#app/_ui/sep.tsx";
import { useWords } from "#app/_words/use-words.ts";
import type { PastTouch } from "#app/provider/queue/person.ts";

const ICON: Record<string, IconName> = { call: "call", mail: "mail", message: "chat", meeting: "people", note: "note" };
const VIEWS = ["all", "calls", "mails"] as const;
const CHANNEL = { all: null, calls: "call", mails: "mail" } as const;

/** What has been said between the provider and a person, newest first, across all channels. */
export function TouchHistory({ touches }: { touches: readonly PastTouch[] }) {
  const t = useWords("provider");
  const [view, setView] = useState<(typeof VIEWS)[number]>("all");
  const channel = CHANNEL[view];
  const shown = channel ? touches.filter((touch) => touch.channel === channel) : touches;
  return (
    <section>
      <div className="mb-1 flex items-center justify-between gap-2">
        <h3 className="font-semibold text-12 text-ink-2">{t("queue.history.title")}</h3>
        {touches.length > 0 && (
          <fieldset aria-label={t("queue.history.title")} className="flex gap-0.5">
            {VIEWS.map((name) => (
              <button
                key={name}
                type="button"
                aria-pressed={view === name}
                onClick={() => setView(name)}
                className={cx(
                  "h-6 rounded-badge px-2 text-12 phone:h-10 phone:px-3",
                  view === name ? "bg-hover font-medium" : "text-ink-3 hover:bg-hover",
                )}
              >
                {t(`queue.history.${name}`)}
              </button>
            ))}
          </fieldset>
        )}
      </div>
      {shown.length === 0 && (
        <p className="py-1 text-ink-3">{t(touches.length ? "queue.history.noneOfKind" : "queue.history.none")}</p>
      )}
      <History>
        {shown.map((touch) => (
          <Touched key={touch.id} touch={touch} />
        ))}
      </History>
    </section>
  );
}

function Touched({ touch }: { touch: PastTouch }) {
  const t = useWords("provider");
  const { channel, disposition, durationSeconds, note, at, by } = touch;
  const seconds = durationSeconds ?? 0;
  const long =
    seconds >= 60
      ? t("queue.touch.duration", { minutes: Math.floor(seconds / 60), seconds: seconds % 60 })
      : t("queue.touch.seconds", { seconds });
  return (
    <HistoryItem
      icon={ICON[channel] ?? "note"}
      facts={
        <>
          <Instant at={at} /> <Sep /> {t("queue.history.by", { name: by })}
        </>
      }
    >
      {t(`queue.touch.${channel}.${disposition}` as "queue.touch.call.reached")}
      {seconds > 0 && `, ${long}`}
      {note && <span className="block text-ink-2">{note}</span>}
    </HistoryItem>
  );
}
