"use client";
import { useState } from "react";
import { useTRPC } from "#app/_trpc/client.tsx";
import { useAct } from "#app/_trpc/use-act.ts";
import { Button } from "#app/_ui/button.tsx";
import { Dialog } from "#app/_ui/dialog.tsx";
import { Field } from "#app/_ui/field.tsx";
import { RefusalNote } from "#app/_ui/refusal.tsx";
import { Textarea } from "#app/_ui/textarea.tsx";
import { useToast } from "#app/_ui/toast.tsx";
import { useWords } from "#app/_words/use-words.ts";
import { newId } from "#server/kernel/id.ts";
import { MAX_MESSAGE_LENGTH } from "#server/programs/enrolment.ts";
import type { ProgramId } from "#server/programs/program.ts";

/** Applies to a program with a few words to its merchant. */
export function ApplyDialog(props: { programId: ProgramId; name: string; merchant: string; onClose: () => void }) {
  const t = useWords("provider");
  const common = useWords("common");
  const trpc = useTRPC();
  const tell = useToast();
  const [id] = useState(() => newId("enrolment"));
  const [message, setMessage] = useState("");
  const { act, pending, refusal } = useAct(trpc.programs.applyFor.mutationOptions());
  const { programId, name, merchant } = props;
  const send = async () => {
    if (!(await act({ id, programId, message }))) return;
    tell(t("programs.applied", { merchant }));
    props.onClose();
  };
  return (
    <Dialog
      open
      onOpenChange={props.onClose}
      title={t("programs.applyTitle", { name })}
      says={t("programs.applySays", { merchant })}
      foot={
        <>
          <Button size="large" onClick={props.onClose}>
            {common("action.cancel")}
          </Button>
          <Button size="large" kind="primary" pending={pending} onClick={send}>
            {t("programs.apply")}
          </Button>
        </>
      }
    >
      <Field label={t("programs.message", { merchant })} hint={t("programs.messageHint")} optional>
        <Textarea
          rows={6}
          value={message}
          maxLength={MAX_MESSAGE_LENGTH}
          onChange={(e) => setMessage(e.target.value)}
        />
      </Field>
      <RefusalNote>{refusal}</RefusalNote>
    </Dialog>
  );
}
