"use client";
import { type ReactNode, useState } from "react";
import { SignTerms } from "#app/_program/sign-dialog.tsx";
import { useTRPC } from "#app/_trpc/client.tsx";
import { useAct } from "#app/_trpc/use-act.ts";
import { ActionBar } from "#app/_ui/action-bar.tsx";
import { Button } from "#app/_ui/button.tsx";
import { Menu } from "#app/_ui/menu.tsx";
import { RefusalNote } from "#app/_ui/refusal.tsx";
import { useToast } from "#app/_ui/toast.tsx";
import { useWords } from "#app/_words/use-words.ts";
import type { EnrolmentId, EnrolmentStatus } from "#server/programs/enrolment.ts";
import { ReasonDialog } from "./reason-dialog.tsx";

type Enrolment = {
  readonly id: string;
  readonly status: EnrolmentStatus;
  readonly provider: { readonly name: string };
  readonly signed: { readonly merchant: boolean; readonly provider: boolean };
  readonly terms: { id: string; version: number; text: string | null; textHash: string | null } | null;
};
type Asked = "reject" | "suspend" | "end";

/** What the merchant may do about a provider now: answer its application, sign, suspend, end. */
export function Decide({ enrolment }: { enrolment: Enrolment }) {
  const t = useWords("merchant");
  const trpc = useTRPC();
  const tell = useToast();
  const [asked, setAsked] = useState<Asked | null>(null);
  const approve = useAct(trpc.programs.approve.mutationOptions());
  const resume = useAct(trpc.programs.resumeEnrolment.mutationOptions());
  const { status, signed, terms, provider } = enrolment;
  const enrolmentId = enrolment.id as EnrolmentId;
  const waits = status === "applied" || status === "invited";
  const works = status === "approved" || status === "suspended";
  const mustSign = works && terms && !signed.merchant;
  if (!waits && !works) return null;

  const letIn = async () => {
    if (await approve.act({ enrolmentId })) tell(t("providers.told.approved", { name: provider.name }));
  };
  const letOn = async () => {
    if (await resume.act({ enrolmentId })) tell(t("providers.told.resumed", { name: provider.name }));
  };
  const refusal = approve.refusal ?? resume.refusal;
  return (
    <ActionBar says={refusal ? <RefusalNote>{refusal}</RefusalNote> : <span className="text-ink-3">{says()}</span>}>
      {waits && (
        <>
          <Button size="large" kbd="r" onClick={() => setAsked("reject")}>
            {t("providers.reject")}
          </Button>
          <Button size="large" kind="primary" kbd="a" pending={approve.pending} onClick={letIn}>
            {t("providers.approve")}
          </Button>
        </>
      )}
      {works && (
        <Menu
          align="end"
          side="top"
          trigger={<Button size="large" icon="more" aria-label={t("providers.more")} />}
          groups={[
            {
              entries: [
                ...(status === "approved"
                  ? [{ label: t("providers.suspend"), onSelect: () => setAsked("suspend") }]
                  : []),
                { label: t("providers.end"), danger: true, onSelect: () => setAsked("end") },
              ],
            },
          ]}
        />
      )}
      {status === "suspended" && (
        <Button size="large" kind={mustSign ? "plain" : "primary"} pending={resume.pending} onClick={letOn}>
          {t("providers.resume")}
        </Button>
      )}
      {mustSign && <SignTerms enrolmentId={enrolment.id} terms={terms} primary />}
      <ReasonDialog asked={asked} enrolmentId={enrolmentId} name={provider.name} onClose={() => setAsked(null)} />
    </ActionBar>
  );

  function says(): ReactNode {
    if (waits) return t("providers.waitsSays");
    if (status === "suspended") return t("providers.suspendedSays");
    if (!signed.merchant) return t("providers.signSays");
    return t(signed.provider ? "providers.readySays" : "providers.otherSigns");
  }
}
