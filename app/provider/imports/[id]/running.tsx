"use client";
import { useTRPC } from "#app/_trpc/client.tsx";
import { useAct } from "#app/_trpc/use-act.ts";
import { Button } from "#app/_ui/button.tsx";
import { Card } from "#app/_ui/card.tsx";
import { Progress } from "#app/_ui/progress.tsx";
import { RefusalNote } from "#app/_ui/refusal.tsx";
import { useNow } from "#app/_ui/viewer.tsx";
import { useWords } from "#app/_words/use-words.ts";
import type { ImportId } from "#server/prospects/import.ts";
import type { Found } from "./found.ts";

/** An import under way: how far it is and how long it will take. It goes on when the page is left. */
export function Running({ found }: { found: Found }) {
  const t = useWords("provider");
  const trpc = useTRPC();
  const now = useNow(1_000);
  const cancel = useAct(trpc.prospects.imports.cancel.mutationOptions());
  const { rowsRead, rowsTotal, startedAt } = found;
  const total = rowsTotal ?? 0;
  const spent = startedAt ? now - startedAt.getTime() : 0;
  const leftMs = rowsRead > 0 ? (spent / rowsRead) * (total - rowsRead) : null;
  return (
    <Card>
      <Progress
        label={t("imports.running.label", { file: found.fileName })}
        done={rowsRead}
        total={total}
        leftMs={leftMs && leftMs > 60_000 ? leftMs : null}
      />
      <div className="flex flex-wrap items-center gap-3">
        <p className="flex-1 text-12 text-ink-3">{t("imports.running.says")}</p>
        <Button pending={cancel.pending} onClick={() => void cancel.act({ importId: found.id as ImportId })}>
          {t("imports.run.cancel")}
        </Button>
      </div>
      <RefusalNote>{cancel.refusal}</RefusalNote>
    </Card>
  );
}
