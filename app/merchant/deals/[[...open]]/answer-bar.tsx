"use client";
import { useState } from "react";
import { ContestDialog } from "#app/_lead/contest-dialog.tsx";
import { useTRPC } from "#app/_trpc/client.tsx";
import { useAct } from "#app/_trpc/use-act.ts";
import { ActionBar } from "#app/_ui/action-bar.tsx";
import { Button } from "#app/_ui/button.tsx";
import { Clock } from "#app/_ui/clock.tsx";
import { Dialog } from "#app/_ui/dialog.tsx";
import { moneyText } from "#app/_ui/money.tsx";
import { RefusalNote } from "#app/_ui/refusal.tsx";
import { useToast } from "#app/_ui/toast.tsx";
import { useViewer } from "#app/_ui/viewer.tsx";
import { useWords } from "#app/_words/use-words.ts";
import { type DealId, silenceConfirms } from "#server/deals/deal.ts";

type Props = {
  dealId: DealId;
  due: Date | null;
  since: Date;
  grade: string;
  contested: boolean;
  value: { minor: bigint; currency: string };
};

/** The merchant's answer to a win that the provider reported: confirm it, or contest it with a reason. */
export function AnswerBar({ dealId, due, since, grade, contested, value }: Props) {
  const t = useWords("merchant");
  const common = useWords("common");
  const trpc = useTRPC();
  const tell = useToast();
  const { locale } = useViewer();
  const [asking, setAsking] = useState<"confirm" | "contest" | null>(null);
  const confirm = useAct(trpc.deals.confirm.mutationOptions());
  const run = async () => {
    if (!(await confirm.act({ dealId }))) return;
    setAsking(null);
    tell(t("deals.confirmed"));
  };
  return (
    <>
      <ActionBar
        says={
          <>
            {due && <Clock due={due} since={since} />}
            <p className="text-11 text-ink-3">
              {contested
                ? t("deals.contestedSays")
                : t(silenceConfirms(grade) ? "deals.silenceConfirms" : "deals.silenceAsks")}
            </p>
          </>
        }
      >
        {!contested && (
          <Button size="large" kbd="c" onClick={() => setAsking("contest")}>
            {t("deals.contest")}
          </Button>
        )}
        <Button size="large" kind="primary" kbd="a" onClick={() => setAsking("confirm")}>
          {t("deals.confirm")}
        </Button>
      </ActionBar>
      <Dialog
        open={asking === "confirm"}
        onOpenChange={() => setAsking(null)}
        title={t("deals.confirmTitle")}
        says={t("deals.confirmSays", { value: moneyText(value, locale) })}
        foot={
          <>
            <Button size="large" onClick={() => setAsking(null)}>
              {common("action.cancel")}
            </Button>
            <Button size="large" kind="primary" pending={confirm.pending} onClick={run}>
              {t("deals.confirmDo")}
            </Button>
          </>
        }
      >
        <RefusalNote>{confirm.refusal}</RefusalNote>
      </Dialog>
      <ContestDialog dealId={dealId} side="merchant" open={asking === "contest"} onOpenChange={() => setAsking(null)} />
    </>
  );
}
