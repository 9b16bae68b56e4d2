"use client";
import { Bar } from "#app/_ui/bar.tsx";
import { Count } from "#app/_ui/count.tsx";
import { useWords } from "#app/_words/use-words.ts";

type Given = {
  progress: { worked: number; goal: number; handedOver: number };
  record: { decided: number; accepted: number };
};

/** How the agent's day goes, above the work. */
export function DayProgress({ progress, record }: Given) {
  const t = useWords("provider");
  const percent = record.decided ? Math.round((100 * record.accepted) / record.decided) : null;
  return (
    <section
      aria-label={t("queue.progress.label")}
      className="ml-2.5 flex flex-1 items-center gap-6 phone:ml-0 phone:gap-3.5"
    >
      <div className="grid w-[190px] gap-1 phone:w-auto phone:flex-1">
        <p className="text-12 text-ink-3">
          <Count value={progress.worked} className="font-semibold text-13 text-ink" />{" "}
          {t("queue.progress.worked", { goal: progress.goal })}
        </p>
        <Bar share={progress.worked / progress.goal} />
      </div>
      <Figure label={t("queue.progress.handedOver")}>
        <Count value={progress.handedOver} />
      </Figure>
      {percent !== null && (
        <span className="phone:hidden" title={t("queue.progress.ofDecided", { decided: record.decided })}>
          <Figure label={t("queue.progress.accepted")}>{percent} %</Figure>
        </span>
      )}
    </section>
  );
}

function Figure(props: { label: string; children: React.ReactNode }) {
  return (
    <p className="flex items-baseline gap-1.5 whitespace-nowrap text-12 text-ink-3">
      <b className="num font-semibold text-13 text-ink">{props.children}</b>
      {props.label}
    </p>
  );
}
