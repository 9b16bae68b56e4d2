"use client";
import { useState } from "react";
import { AskReason } from "#app/_money/ask-reason.tsx";
import type { Answers } from "#app/_trpc/answers.ts";
import { useTRPC } from "#app/_trpc/client.tsx";
import { useAct } from "#app/_trpc/use-act.ts";
import { Button } from "#app/_ui/button.tsx";
import { useToast } from "#app/_ui/toast.tsx";
import { useWords } from "#app/_words/use-words.ts";
import { EarningId } from "#server/payouts/earning.ts";
import { PayoutId } from "#server/payouts/payout.ts";

type Line = Answers["payouts"]["one"]["lines"][number];

const OPEN = ["draft", "submitted", "approved"];
const STOPPABLE = ["held", "in_review", "approved"];

/** What can be done with one line: hold it, take it out, let it go. */
export function LineActions(props: { payoutId: string; payoutStatus: string; line: Line }) {
  const { line, payoutStatus } = props;
  const t = useWords("finance");
  const trpc = useTRPC();
  const tell = useToast();
  const [asking, setAsking] = useState<"hold" | "takeOut" | "letGo" | null>(null);
  const hold = useAct(trpc.payouts.holdBack.mutationOptions());
  const takeOut = useAct(trpc.payouts.takeLineOut.mutationOptions());
  const letGo = useAct(trpc.payouts.letGo.mutationOptions());
  const earningId = EarningId.parse(line.earningId);
  const payoutId = PayoutId.parse(props.payoutId);

  const run = async (reason: string) => {
    const said =
      asking === "hold"
        ? await hold.attempt({ earningId, reason })
        : asking === "takeOut"
          ? await takeOut.attempt({ payoutId, earningId, reason })
          : await letGo.attempt({ earningId, resolution: reason });
    if (!said && asking) tell(t(`payouts.act.done.${asking}`));
    return said;
  };
  const inPayout = !line.removedAt;
  const mayHold = STOPPABLE.includes(line.status);
  const mayTakeOut = inPayout && OPEN.includes(payoutStatus);
  if (!mayHold && !mayTakeOut && line.status !== "frozen") return null;
  return (
    <div className="flex flex-wrap justify-end gap-2">
      {mayTakeOut && (
        <Button size="small" kbd="t" onClick={() => setAsking("takeOut")}>
          {t("payouts.act.takeOut")}
        </Button>
      )}
      {mayHold && (
        <Button size="small" kbd="h" onClick={() => setAsking("hold")}>
          {t("payouts.act.hold")}
        </Button>
      )}
      {line.status === "frozen" && (
        <Button size="small" onClick={() => setAsking("letGo")}>
          {t("payouts.act.letGo")}
        </Button>
      )}
      {asking && (
        <AskReason
          key={asking}
          open
          onOpenChange={(open) => !open && setAsking(null)}
          title={t(`payouts.act.${asking}Title`)}
          says={t(`payouts.act.${asking}Will`)}
          label={t(asking === "letGo" ? "payouts.act.resolution" : "payouts.act.reason")}
          hint={t("payouts.act.reasonHint")}
          action={t(`payouts.act.do.${asking}`)}
          run={run}
        />
      )}
    </div>
  );
}
