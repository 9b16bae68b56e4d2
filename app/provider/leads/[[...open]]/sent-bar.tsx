"use client";
import { useState } from "react";
import { ContestDialog } from "#app/_lead/contest-dialog.tsx";
import { ReportWin } from "#app/_lead/report-win.tsx";
import { useTRPC } from "#app/_trpc/client.tsx";
import { useAct } from "#app/_trpc/use-act.ts";
import { ActionBar } from "#app/_ui/action-bar.tsx";
import { Button } from "#app/_ui/button.tsx";
import { Clock } from "#app/_ui/clock.tsx";
import { Dialog } from "#app/_ui/dialog.tsx";
import { RefusalNote } from "#app/_ui/refusal.tsx";
import { useToast } from "#app/_ui/toast.tsx";
import { useNow } from "#app/_ui/viewer.tsx";
import { useWords } from "#app/_words/use-words.ts";
import type { DealId } from "#server/deals/deal.ts";
import type { LeadId, LeadStatus } from "#server/leads/lead.ts";
import { AppealDialog } from "./appeal-dialog.tsx";

type Props = {
  leadId: LeadId;
  status: LeadStatus;
  due: Date | null;
  since: Date;
  mayReport: boolean;
  contest: { dealId: DealId; until: Date } | null;
};

/** What the provider can do about a lead: withdraw it, appeal, report its win, contest a value. */
export function SentBar(props: Props) {
  const t = useWords("provider");
  const now = useNow();
  const [asking, setAsking] = useState<"withdraw" | "appeal" | "contest" | null>(null);
  const { leadId, status, due, contest } = props;
  const mayAppeal = (status === "rejected" || status === "returned") && due !== null && new Date(due).getTime() > now;
  if (status !== "submitted" && !mayAppeal && !props.mayReport && !contest) return null;
  return (
    <>
      <ActionBar says={<Says {...props} mayAppeal={mayAppeal} />}>
        {status === "submitted" && (
          <Button size="large" onClick={() => setAsking("withdraw")}>
            {t("leads.withdraw")}
          </Button>
        )}
        {mayAppeal && (
          <Button size="large" kind="primary" kbd="a" onClick={() => setAsking("appeal")}>
            {t("leads.appeal")}
          </Button>
        )}
        {contest && (
          <Button size="large" kbd="c" onClick={() => setAsking("contest")}>
            {t("leads.contest")}
          </Button>
        )}
        {props.mayReport && <ReportWin leadId={leadId} primary />}
      </ActionBar>
      {asking === "withdraw" && <WithdrawDialog leadId={leadId} onClose={() => setAsking(null)} />}
      <AppealDialog leadId={leadId} open={asking === "appeal"} onOpenChange={() => setAsking(null)} />
      {contest && (
        <ContestDialog
          dealId={contest.dealId}
          side="provider"
          open={asking === "contest"}
          onOpenChange={() => setAsking(null)}
        />
      )}
    </>
  );
}

function Says(props: Props & { mayAppeal: boolean }) {
  const t = useWords("provider");
  const { status, due, contest, mayAppeal, since } = props;
  if (status === "submitted" && due)
    return <Line clock={<Clock due={due} since={since} />} words={t("leads.silence")} />;
  if (mayAppeal && due) return <Line clock={<Clock due={due} />} words={t("leads.appealUntil")} />;
  if (contest) return <Line clock={<Clock due={contest.until} />} words={t("leads.contestUntil")} />;
  return <p className="text-ink-3">{t("leads.reportSays")}</p>;
}

const Line = (props: { clock: React.ReactNode; words: string }) => (
  <>
    {props.clock}
    <p className="text-11 text-ink-3">{props.words}</p>
  </>
);

function WithdrawDialog(props: { leadId: LeadId; onClose: () => void }) {
  const t = useWords("provider");
  const common = useWords("common");
  const trpc = useTRPC();
  const tell = useToast();
  const withdraw = useAct(trpc.leads.withdraw.mutationOptions());
  const run = async () => {
    if (!(await withdraw.act({ leadId: props.leadId }))) return;
    props.onClose();
    tell(t("leads.withdrawn"));
  };
  return (
    <Dialog
      open
      onOpenChange={props.onClose}
      title={t("leads.withdrawTitle")}
      says={t("leads.withdrawSays")}
      foot={
        <>
          <Button size="large" onClick={props.onClose}>
            {common("action.cancel")}
          </Button>
          <Button size="large" kind="danger" pending={withdraw.pending} onClick={run}>
            {t("leads.withdrawDo")}
          </Button>
        </>
      }
    >
      <RefusalNote>{withdraw.refusal}</RefusalNote>
    </Dialog>
  );
}
