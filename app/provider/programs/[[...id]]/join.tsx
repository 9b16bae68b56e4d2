"use client";
import { type ReactNode, useState } from "react";
import { SignTerms } from "#app/_program/sign-dialog.tsx";
import { useTRPC } from "#app/_trpc/client.tsx";
import { useAct } from "#app/_trpc/use-act.ts";
import { ActionBar } from "#app/_ui/action-bar.tsx";
import { Button, LinkButton } from "#app/_ui/button.tsx";
import { RefusalNote } from "#app/_ui/refusal.tsx";
import { useToast } from "#app/_ui/toast.tsx";
import { useWords } from "#app/_words/use-words.ts";
import type { EnrolmentId, EnrolmentStatus } from "#server/programs/enrolment.ts";
import type { ProgramId } from "#server/programs/program.ts";
import { ApplyDialog } from "./apply-dialog.tsx";

type Program = {
  readonly id: string;
  readonly name: string;
  readonly status: string;
  readonly merchant: { readonly name: string };
  readonly enrolment: { readonly id: string; readonly status: EnrolmentStatus } | null;
  readonly terms: { id: string; version: number; text: string | null; textHash: string | null } | null;
};

/** What the provider may do about a program now: apply, take it back, sign, begin to work. */
export function Join(props: {
  program: Program;
  signed: { readonly merchant: boolean; readonly provider: boolean };
  mayApply: boolean;
  maySign: boolean;
}) {
  const t = useWords("provider");
  const trpc = useTRPC();
  const tell = useToast();
  const [applying, setApplying] = useState(false);
  const decline = useAct(trpc.programs.decline.mutationOptions());
  const { program, signed } = props;
  const { enrolment, terms, merchant } = program;
  const status = enrolment?.status ?? null;
  const signable = status === "applied" || status === "invited" || status === "approved" || status === "suspended";
  const takeBack = async () => {
    if (enrolment && (await decline.act({ enrolmentId: enrolment.id as EnrolmentId }))) tell(t("programs.takenBack"));
  };
  return (
    <ActionBar
      says={
        decline.refusal ? <RefusalNote>{decline.refusal}</RefusalNote> : <span className="text-ink-3">{says()}</span>
      }
    >
      {!enrolment && props.mayApply && program.status === "published" && (
        <Button size="large" kind="primary" kbd="a" onClick={() => setApplying(true)}>
          {t("programs.apply")}
        </Button>
      )}
      {(status === "applied" || status === "invited") && props.mayApply && (
        <Button size="large" pending={decline.pending} onClick={takeBack}>
          {t("programs.takeBack")}
        </Button>
      )}
      {enrolment && signable && terms && !signed.provider && props.maySign && (
        <SignTerms enrolmentId={enrolment.id} terms={terms} primary />
      )}
      {status === "approved" && signed.provider && signed.merchant && (
        <LinkButton size="large" kind="primary" icon="upload" href={`/provider/imports?program=${program.id}`}>
          {t("programs.import")}
        </LinkButton>
      )}
      {applying && (
        <ApplyDialog
          programId={program.id as ProgramId}
          name={program.name}
          merchant={merchant.name}
          onClose={() => setApplying(false)}
        />
      )}
    </ActionBar>
  );

  function says(): ReactNode {
    if (!status) return t("programs.says.none", { merchant: merchant.name });
    if (status === "approved") {
      if (!signed.provider) return t("programs.says.sign");
      return t(signed.merchant ? "programs.says.ready" : "programs.says.merchantSigns", { merchant: merchant.name });
    }
    return t(`programs.says.${status}`, { merchant: merchant.name });
  }
}
