"use client";
import { SideCard } from "#app/_ui/card.tsx";
import { Count } from "#app/_ui/count.tsx";
import { Skeleton } from "#app/_ui/skeleton.tsx";
import { useWords } from "#app/_words/use-words.ts";
import type { Tried } from "#server/prospects/import.ts";
import { useReason } from "./use-reason.ts";

type Given = { tried: Tried | null; isCounting: boolean; isComplete: boolean };

/** What would come in with these columns, counted over the whole file and written nowhere. */
export function DryRun({ tried, isCounting, isComplete }: Given) {
  const t = useWords("provider");
  const reason = useReason();
  return (
    <SideCard title={t("imports.dry.title")} aside={isCounting && t("imports.dry.counting")}>
      <div aria-live="polite" aria-busy={isCounting} className="grid gap-3">
        {!isComplete && <p className="text-12 text-ink-3">{t("imports.map.required")}</p>}
        {isComplete && !tried && <Skeleton className="w-2/3" />}
        {tried && (
          <>
            <dl className="grid grid-cols-[auto_minmax(0,1fr)] items-baseline gap-x-2.5 gap-y-1">
              <Line value={tried.new} label={t("imports.dry.new")} strong />
              <Line value={tried.duplicate} label={t("imports.dry.duplicate")} />
              <Line value={tried.invalid} label={t("imports.dry.invalid")} />
            </dl>
            {tried.new === 0 && <p className="text-12 text-sulphur-fg">{t("imports.dry.none")}</p>}
            {tried.sample.length > 0 && (
              <div>
                <p className="mb-1 text-12 text-ink-3">{t("imports.dry.first")}</p>
                <ul className="grid gap-1.5">
                  {tried.sample.map((person) => (
                    <li key={person.email ?? person.phone} className="min-w-0 text-12">
                      <span className="block truncate font-medium">{person.name}</span>
                      <span className="num block truncate text-ink-3">
                        {[person.email, person.phone].filter(Boolean).join(", ")}
                      </span>
                    </li>
                  ))}
                </ul>
              </div>
            )}
            {Object.keys(tried.reasons).length > 0 && (
              <div>
                <p className="mb-1 text-12 text-ink-3">{t("imports.dry.why")}</p>
                <ul className="grid gap-1 text-12">
                  {Object.entries(tried.reasons).map(([code, count]) => (
                    <li key={code} className="flex gap-2">
                      <Count value={count} className="min-w-6 text-right text-ink-3" />
                      {reason(code)}
                    </li>
                  ))}
                </ul>
              </div>
            )}
          </>
        )}
      </div>
    </SideCard>
  );
}

function Line(props: { value: number; label: string; strong?: boolean }) {
  return (
    <div className="contents">
      <dd className="text-right">
        <Count value={props.value} className={props.strong ? "font-semibold text-20" : "font-medium text-14"} />
      </dd>
      <dt className="text-ink-2">{props.label}</dt>
    </div>
  );
}
