"use client";
import { Button } from "#app/_ui/button.tsx";
import { cx } from "#app/_ui/cx.ts";
import { Icon } from "#app/_ui/icon.tsx";
import type { IconName } from "#app/_ui/icons.ts";
import { Sep } from "#app/_ui/sep.tsx";
import { useWords } from "#app/_words/use-words.ts";
import { QUIET_UNTIL_HOUR } from "#server/prospects/person-time.ts";
import type { ProspectId } from "#server/prospects/prospect.ts";
import { useLocalTime } from "./local-time.ts";
import type { Upcoming } from "./person.ts";

const ICON: Record<string, IconName> = { call: "call", mail: "mail", message: "chat", meeting: "people" };

type Given = {
  upcoming: Upcoming;
  current: ProspectId | null;
  pick: (prospectId: ProspectId) => void;
  goOn: () => void;
};

/** Who comes next, the one in work marked; each shows how to reach them and what time it is there. */
export function NextColumn({ upcoming, current, pick, goOn }: Given) {
  const t = useWords("provider");
  const title = upcoming.isMore ? "queue.next.more" : "queue.next.title";
  return (
    <section aria-label={t("queue.next.label")} className="flex min-h-0 flex-col border-line border-r phone:hidden">
      <header className="flex h-10 flex-none items-center justify-between border-line border-b pr-2 pl-4">
        <h2 className="font-semibold text-12 text-ink-2">{t(title, { count: upcoming.due })}</h2>
        {current && (
          <Button kind="ghost" size="small" onClick={goOn} className="text-ink-3">
            {t("queue.next.button")}
            <kbd className="grid h-[17px] min-w-[17px] place-items-center rounded-badge border border-line-strong bg-sunken px-1 font-medium font-sans text-11">
              ↵
            </kbd>
          </Button>
        )}
      </header>
      <ul className="scroller flex-1">
        {upcoming.rows.map((row) => (
          <li key={row.id}>
            <button
              type="button"
              aria-current={row.id === current ? "true" : undefined}
              onClick={() => pick(row.id)}
              className={cx(
                "flex w-full items-center gap-2.5 border-line border-b px-3.5 py-[9px] text-left focus-visible:shadow-[inset_0_0_0_2px_var(--copper-mark)]",
                row.id === current ? "bg-copper-tint shadow-[inset_2px_0_0_var(--copper-mark)]" : "hover:bg-sunken",
              )}
            >
              <Icon name={ICON[row.channel] ?? "mail"} className="text-ink-3" />
              <span className="min-w-0 flex-1">
                <span className="block truncate font-medium">{row.name}</span>
                <Where row={row} />
              </span>
              <Time row={row} />
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Where({ row: { name, company, country } }: { row: Upcoming["rows"][number] }) {
  const shown = company === name ? "" : company;
  return (
    <span className="block truncate text-12 text-ink-3">
      {shown}
      {shown && country && (
        <>
          {" "}
          <Sep />{" "}
        </>
      )}
      {country}
    </span>
  );
}

function Time({ row }: { row: Upcoming["rows"][number] }) {
  const t = useWords("provider");
  const { time } = useLocalTime(row);
  if (row.isQuiet) {
    const until = `${String(QUIET_UNTIL_HOUR).padStart(2, "0")}:00`;
    return (
      <span
        className="flex items-center gap-[3px] text-12 text-azurite-fg"
        title={t("queue.next.quiet", { time: until })}
      >
        <Icon name="lock" className="h-[13px]! w-[13px]!" />
        <span className="num">{time ?? until}</span>
      </span>
    );
  }
  if (!time) return <span className="text-12 text-ink-3">{t("queue.next.due")}</span>;
  return (
    <span className="num text-12 text-ink-3" title={t("queue.next.local", { time })} suppressHydrationWarning>
      {time}
    </span>
  );
}
