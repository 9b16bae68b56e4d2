"use client";
import { useState } from "react";
import { ReportWin } from "#app/_lead/report-win.tsx";
import { StageMenu } from "#app/_lead/stage-menu.tsx";
import { useTRPC } from "#app/_trpc/client.tsx";
import { useAct } from "#app/_trpc/use-act.ts";
import { ActionBar } from "#app/_ui/action-bar.tsx";
import { Button, LinkButton } from "#app/_ui/button.tsx";
import { Clock } from "#app/_ui/clock.tsx";
import { useToast } from "#app/_ui/toast.tsx";
import { useNow } from "#app/_ui/viewer.tsx";
import { useWords } from "#app/_words/use-words.ts";
import type { Stage } from "#server/deals/stage.ts";
import { type LeadId, RETURNS } from "#server/leads/lead.ts";
import { ReasonDialog } from "./reason-dialog.tsx";

type Props = {
  leadId: LeadId;
  stage: Stage;
  next: readonly Stage[];
  nextReportAt: Date | null;
  returnUntil: Date | null;
  dealId: string | null;
};

/** What can be done with an accepted lead: report a win, move its stage, give it back while its window runs. */
export function AcceptedBar(props: Props) {
  const t = useWords("merchant");
  const trpc = useTRPC();
  const tell = useToast();
  const now = useNow();
  const [returning, setReturning] = useState(false);
  const giveBack = useAct(trpc.leads.returnLead.mutationOptions());
  const { leadId, returnUntil } = props;
  const mayReturn = returnUntil !== null && new Date(returnUntil).getTime() > now;
  return (
    <>
      <ActionBar says={<Says {...props} mayReturn={mayReturn} />}>
        {mayReturn && (
          <Button size="large" kbd="b" onClick={() => setReturning(true)}>
            {t("leads.return")}
          </Button>
        )}
        {props.next.length > 0 && <StageMenu leadId={leadId} next={props.next} size="large" />}
        {props.dealId ? (
          <LinkButton size="large" kind="primary" href={`/merchant/deals/${props.dealId}`}>
            {t("leads.openDeal")}
          </LinkButton>
        ) : (
          <ReportWin leadId={leadId} primary />
        )}
      </ActionBar>
      <ReasonDialog
        open={returning}
        onOpenChange={setReturning}
        title={t("leads.returnTitle")}
        says={t("leads.returnSays")}
        reasons={RETURNS}
        action={t("leads.returnDo")}
        act={giveBack}
        send={(reason, proof) => giveBack.act({ leadId, reason, proof })}
        onDone={() => tell(t("leads.returned"))}
      />
    </>
  );
}

function Says(props: Props & { mayReturn: boolean }) {
  const t = useWords("merchant");
  const { nextReportAt, returnUntil, mayReturn } = props;
  return (
    <div className="grid gap-0.5">
      {nextReportAt && (
        <span className="flex flex-wrap items-center gap-x-2">
          <Clock due={nextReportAt} /> <span className="text-11 text-ink-3">{t("leads.owesWord")}</span>
        </span>
      )}
      {mayReturn && returnUntil && (
        <span className="flex flex-wrap items-center gap-x-2">
          <Clock due={returnUntil} /> <span className="text-11 text-ink-3">{t("leads.mayReturn")}</span>
        </span>
      )}
    </div>
  );
}
