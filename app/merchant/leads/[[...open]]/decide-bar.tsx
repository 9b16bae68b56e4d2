"use client";
import { useState } from "react";
import { useTRPC } from "#app/_trpc/client.tsx";
import { useAct } from "#app/_trpc/use-act.ts";
import { ActionBar } from "#app/_ui/action-bar.tsx";
import { Button } from "#app/_ui/button.tsx";
import { Clock } from "#app/_ui/clock.tsx";
import { Instant } from "#app/_ui/instant.tsx";
import { RefusalNote } from "#app/_ui/refusal.tsx";
import { useToast } from "#app/_ui/toast.tsx";
import { useWords } from "#app/_words/use-words.ts";
import { type LeadId, REJECTIONS } from "#server/leads/lead.ts";
import { ReasonDialog } from "./reason-dialog.tsx";

/** Accept with one key, or reject with a reason and what proves it; the clock and its consequence beside them. */
export function DecideBar(props: { leadId: LeadId; due: Date; since: Date; returnDays: number }) {
  const t = useWords("merchant");
  const trpc = useTRPC();
  const tell = useToast();
  const [rejecting, setRejecting] = useState(false);
  const accept = useAct(trpc.leads.accept.mutationOptions());
  const reject = useAct(trpc.leads.reject.mutationOptions());
  const { leadId } = props;
  const acceptIt = async () => {
    if (await accept.act({ leadId })) tell(t("leads.accepted", { days: props.returnDays }));
  };
  return (
    <>
      <RefusalNote>{accept.refusal}</RefusalNote>
      <ActionBar
        says={
          <>
            <Clock due={props.due} since={props.since} />
            <p className="text-11 text-ink-3">
              {t.rich("leads.silence", { due: () => <Instant at={props.due} relative={false} /> })}
            </p>
          </>
        }
      >
        <Button size="large" kbd="r" onClick={() => setRejecting(true)}>
          {t("leads.reject")}
        </Button>
        <Button size="large" kind="primary" kbd="a" pending={accept.pending} onClick={acceptIt}>
          {t("leads.accept")}
        </Button>
      </ActionBar>
      <ReasonDialog
        open={rejecting}
        onOpenChange={setRejecting}
        title={t("leads.rejectTitle")}
        says={t("leads.rejectSays")}
        reasons={REJECTIONS}
        action={t("leads.rejectDo")}
        act={reject}
        send={(reason, note) => reject.act({ leadId, reason, note })}
        onDone={() => tell(t("leads.rejected"))}
        wordless="duplicate"
      />
    </>
  );
}
