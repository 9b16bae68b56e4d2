"use client";
import { LinkButton } from "#app/_ui/button.tsx";
import { Card } from "#app/_ui/card.tsx";
import { Count } from "#app/_ui/count.tsx";
import { Note } from "#app/_ui/note.tsx";
import { Stat, Stats } from "#app/_ui/stat.tsx";
import { useRefusal } from "#app/_words/use-refusal.ts";
import { useWords } from "#app/_words/use-words.ts";
import type { Found } from "./found.ts";

/** How an import ended, and where to go from here. */
export function Outcome({ found }: { found: Found }) {
  const t = useWords("provider");
  const say = useRefusal();
  const rows = found.rowsRead;
  return (
    <>
      <Stats>
        <Stat label={t("imports.taken")}>
          <Count value={found.rowsNew} />
        </Stat>
        <Stat label={t("imports.duplicate")}>
          <Count value={found.rowsDuplicate} />
        </Stat>
        <Stat label={t("imports.invalid")}>
          <Count value={found.rowsInvalid} />
        </Stat>
      </Stats>
      {found.status === "failed" && (
        <Note hue="cinnabar">{t("imports.over.failed", { why: say({ code: found.error ?? "" }) })}</Note>
      )}
      {found.status === "cancelled" && <Note>{t("imports.over.cancelled", { rows })}</Note>}
      {found.rowsNew > 0 && (
        <Card>
          <div className="flex flex-wrap items-center gap-2">
            <p className="flex-1 text-ink-2">{t("imports.over.done", { rows })}</p>
            <LinkButton href={`/provider/prospects?import=${found.id}`}>{t("imports.over.see")}</LinkButton>
            <LinkButton kind="primary" icon="queue" href={`/provider/queue?program=${found.program.id}`}>
              {t("imports.over.queue")}
            </LinkButton>
          </div>
        </Card>
      )}
    </>
  );
}
