"use client";
import type { RefObject } from "react";
import { Chip } from "#app/_ui/chip.tsx";
import { StateBadge } from "#app/_ui/state-badge.tsx";
import { useWords } from "#app/_words/use-words.ts";
import { useLocalTime, useNames } from "#app/provider/queue/local-time.ts";
import type { Person } from "#app/provider/queue/person.ts";
import { QUIET_UNTIL_HOUR } from "#server/prospects/person-time.ts";

/** Who the person is, how the work stands, and whether it is a good time to call. */
export function PersonHead(props: { person: Person; heading?: RefObject<HTMLHeadingElement | null> }) {
  const { person, heading } = props;
  const t = useWords("provider");
  const names = useNames();
  const { name, title, company } = person;
  const at = [title, company === name ? "" : company].filter(Boolean);
  return (
    <header className="px-6 pt-[18px] phone:px-4 phone:pt-3.5">
      <div className="flex flex-wrap items-center gap-x-2.5 gap-y-1">
        <h2
          ref={heading}
          tabIndex={-1}
          className="min-w-0 font-semibold text-26 leading-[1.2] tracking-[-.02em] wrap-anywhere focus:shadow-none focus:outline-none"
        >
          {name}
        </h2>
        <StateBadge object="prospect" state={person.status} />
      </div>
      {at.length > 0 && (
        <p className="mt-0.5 text-14 text-ink-2">
          {at.length === 2 ? t("queue.person.of", { title, company }) : at[0]}
        </p>
      )}
      <div className="mt-2.5 flex flex-wrap gap-1.5">
        <TimeChip person={person} />
        {person.language && (
          <Chip icon="globe">{t("queue.person.speaks", { language: names.language(person.language) })}</Chip>
        )}
        {person.score !== null && (
          <Chip>
            {t("queue.person.score")} <b className="num">{person.score}</b>
          </Chip>
        )}
      </div>
    </header>
  );
}

function TimeChip({ person }: { person: Person }) {
  const t = useWords("provider");
  const names = useNames();
  const { time, town } = useLocalTime(person);
  const hour = String(QUIET_UNTIL_HOUR).padStart(2, "0");
  if (!time)
    return (
      <Chip icon="clock">
        {person.isQuiet
          ? t("queue.person.nightSomewhere", { country: names.country(person.country) })
          : t("queue.person.zoneUnknown")}
      </Chip>
    );
  return (
    <Chip icon={person.isQuiet ? "lock" : "clock"}>
      <span suppressHydrationWarning>
        {t(person.isQuiet ? "queue.person.localNight" : "queue.person.localGood", {
          time,
          place: person.city || town,
          hour,
        })}
      </span>
    </Chip>
  );
}
