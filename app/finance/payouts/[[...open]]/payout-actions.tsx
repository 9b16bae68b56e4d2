"use client";
import { useState } from "react";
import { AskReason } from "#app/_money/ask-reason.tsx";
import { briefly } from "#app/_money/short-id.ts";
import type { Answers } from "#app/_trpc/answers.ts";
import { useTRPC } from "#app/_trpc/client.tsx";
import { useAct } from "#app/_trpc/use-act.ts";
import { ActionBar } from "#app/_ui/action-bar.tsx";
import { Button } from "#app/_ui/button.tsx";
import { Confirm } from "#app/_ui/confirm.tsx";
import { moneyText } from "#app/_ui/money.tsx";
import { useToast } from "#app/_ui/toast.tsx";
import { useViewer } from "#app/_ui/viewer.tsx";
import { useWords } from "#app/_words/use-words.ts";
import { PayoutId } from "#server/payouts/payout.ts";

type Payout = Answers["payouts"]["one"];
type Act = "submit" | "approve" | "release" | "retry";

/** The one thing this person may do with a payout now; null when it waits for somebody else or goes on by itself. */
function nextFor(payout: Payout): Act | null {
  const standing = payout.approvals.filter((approval) => !approval.dropped).length;
  switch (payout.status) {
    case "draft":
      return payout.isYours ? "submit" : null;
    case "submitted":
      if (payout.isYours || payout.approvedByYou) return null;
      return standing + 1 >= payout.approvalsNeeded ? "release" : "approve";
    case "approved":
      return payout.isYours ? null : "release";
    case "partially_failed":
      return payout.isYours ? null : "retry";
    default:
      return null;
  }
}

/** What will happen, how much, to whom; asked once, then done. */
export function PayoutActions({ payout }: { payout: Payout }) {
  const t = useWords("finance");
  const tell = useToast();
  const { locale } = useViewer();
  const [asking, setAsking] = useState<Act | "cancel" | null>(null);
  const run = usePayoutVerbs(payout);
  const next = nextFor(payout);
  const facts = {
    amount: moneyText(payout.total, locale),
    provider: payout.provider.name,
    account: briefly(payout.account.stripeAccountId ?? ""),
  };
  const done = async (act: Act | "cancel", said: Promise<string | undefined>) => {
    const refusal = await said;
    if (!refusal) tell(t(`payouts.act.done.${act}`));
    return refusal;
  };
  const mayCancel = ["draft", "submitted", "approved"].includes(payout.status);
  const label = next === "release" && payout.status === "submitted" ? "approveRelease" : next;
  if (!next && !mayCancel && payout.status !== "executing") return null;
  return (
    <>
      <ActionBar says={<Says payout={payout} next={next} facts={facts} />}>
        {mayCancel && (
          <Button size="large" kbd="x" onClick={() => setAsking("cancel")}>
            {t("payouts.act.cancel")}
          </Button>
        )}
        {next && label && (
          <Button size="large" kind="primary" kbd="a" onClick={() => setAsking(next)}>
            {t(`payouts.act.${label}`)}
          </Button>
        )}
      </ActionBar>
      {asking && asking !== "cancel" && (
        <Confirm
          open
          onOpenChange={(open) => !open && setAsking(null)}
          title={
            asking === "submit" || asking === "retry"
              ? t(`payouts.act.${asking}Title`)
              : t(`payouts.act.${asking}Title`, facts)
          }
          says={
            asking === "submit"
              ? t("payouts.act.submitSays")
              : asking === "release"
                ? t("payouts.act.releaseWill", facts)
                : t(`payouts.act.${asking}Will`)
          }
          action={t(`payouts.act.do.${asking}`)}
          run={() => done(asking, run[asking]())}
        />
      )}
      {asking === "cancel" && (
        <AskReason
          open
          onOpenChange={(open) => !open && setAsking(null)}
          title={t("payouts.act.cancelTitle")}
          says={t("payouts.act.cancelWill")}
          label={t("payouts.act.reason")}
          hint={t("payouts.act.reasonHint")}
          action={t("payouts.act.do.cancel")}
          run={(reason) => done("cancel", run.cancel(reason))}
        />
      )}
    </>
  );
}

/** Releasing what is only submitted approves it first: both are bound to the hash of what is on screen. */
function usePayoutVerbs(payout: Payout) {
  const trpc = useTRPC();
  const submit = useAct(trpc.payouts.submit.mutationOptions());
  const approve = useAct(trpc.payouts.approve.mutationOptions());
  const release = useAct(trpc.payouts.release.mutationOptions());
  const retry = useAct(trpc.payouts.retry.mutationOptions());
  const cancel = useAct(trpc.payouts.cancel.mutationOptions());
  const seen = { payoutId: PayoutId.parse(payout.id), hash: payout.hash };
  const { payoutId } = seen;
  return {
    submit: () => submit.attempt({ payoutId }),
    approve: () => approve.attempt(seen),
    release: async () => {
      const refusal = payout.status === "submitted" ? await approve.attempt(seen) : undefined;
      return refusal ?? release.attempt(seen);
    },
    retry: () => retry.attempt({ payoutId }),
    cancel: (reason: string) => cancel.attempt({ payoutId, reason }),
  };
}

type Facts = { amount: string; provider: string; account: string };

/** The consequence, or why there is nothing to press. */
function Says({ payout, next, facts }: { payout: Payout; next: Act | null; facts: Facts }) {
  const t = useWords("finance");
  if (payout.status === "executing") return <p className="text-ink-3">{t("payouts.act.running")}</p>;
  if (next === "retry") return <p className="text-ink-3">{t("payouts.act.failedSays")}</p>;
  if (next === "submit") return <p className="text-ink-3">{t("payouts.act.submitSays")}</p>;
  if (next === null)
    return (
      <p className="text-ink-3">
        {t(
          payout.status === "draft"
            ? "payouts.act.waitsMaker"
            : payout.isYours
              ? "payouts.act.yours"
              : "payouts.act.approvedByYou",
        )}
      </p>
    );
  return (
    <>
      <p className="font-medium">{t(next === "approve" ? "payouts.act.approves" : "payouts.act.releases", facts)}</p>
      <p className="text-ink-3">{t("payouts.act.bound", facts)}</p>
      {payout.approvalsNeeded > 1 && payout.status === "submitted" && (
        <p className="text-ink-3">
          {t("payouts.act.twoNeeded", { n: payout.approvals.filter((approval) => !approval.dropped).length + 1 })}
        </p>
      )}
    </>
  );
}
