"use client";
import { type ReactNode, useState } from "react";
import { useTRPC } from "#app/_trpc/client.tsx";
import { useAct } from "#app/_trpc/use-act.ts";
import { ActionBar } from "#app/_ui/action-bar.tsx";
import { Button } from "#app/_ui/button.tsx";
import { Confirm } from "#app/_ui/confirm.tsx";
import { RefusalNote } from "#app/_ui/refusal.tsx";
import { useToast } from "#app/_ui/toast.tsx";
import { useWords } from "#app/_words/use-words.ts";
import type { ProgramId } from "#server/programs/program.ts";
import type { Edited } from "./section.ts";

/** The foot of the terms: what a new version means, then discard, save, and bring into force. */
export function TermsBar(props: {
  program: Edited;
  version: number;
  /** Fields that are not saved yet, and those that differ from what is in force. */
  unsaved: number;
  changes: number;
  pending: boolean;
  refusal: ReactNode;
  save: () => Promise<boolean>;
  reset: () => void;
}) {
  const t = useWords("merchant");
  const trpc = useTRPC();
  const tell = useToast();
  const [asking, setAsking] = useState(false);
  const discard = useAct(trpc.programs.discardTerms.mutationOptions());
  const activate = useAct(trpc.programs.activateTerms.mutationOptions());
  const { program, version, unsaved, changes } = props;
  const programId = program.id as ProgramId;
  const live = program.status !== "draft";
  const refusal = props.refusal ?? discard.refusal ?? activate.refusal;

  const throwAway = async () => {
    if (!program.draft || (await discard.act({ programId }))) props.reset();
  };
  const bringIntoForce = async () => {
    if (unsaved > 0 && !(await props.save())) return t("terms.notSaved");
    if (!(await activate.act({ programId }))) return t("terms.notActivated");
    tell(t("terms.activated", { version }));
    return undefined;
  };
  const says = live ? (
    <p>
      <b className="font-medium">{changes ? t("terms.changes", { version, count: changes }) : t("terms.unchanged")}</b>{" "}
      <span className="text-ink-3">{t("terms.changesSay", { version: program.active?.version ?? 0 })}</span>
    </p>
  ) : (
    <p className="text-ink-3">{t("terms.draftSays")}</p>
  );
  return (
    <ActionBar says={refusal ? <RefusalNote>{refusal}</RefusalNote> : says}>
      {live && changes > 0 && (
        <Button size="large" pending={discard.pending} onClick={throwAway}>
          {t("terms.discard")}
        </Button>
      )}
      <Button
        size="large"
        kind={live ? "plain" : "primary"}
        disabled={unsaved === 0}
        pending={props.pending}
        onClick={props.save}
      >
        {t("terms.save")}
      </Button>
      {live && (
        <Button size="large" kind="primary" disabled={changes === 0} onClick={() => setAsking(true)}>
          {t("terms.activate", { version })}
        </Button>
      )}
      <Confirm
        open={asking}
        onOpenChange={setAsking}
        title={t("terms.activateTitle", { version })}
        says={t("terms.activateSays", { count: program.approvedProviders, version })}
        action={t("terms.activate", { version })}
        run={bringIntoForce}
      />
    </ActionBar>
  );
}
