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
import { type EnrolmentId, MAX_REASON_LENGTH } from "#server/programs/enrolment.ts";

type Asked = "reject" | "suspend" | "end";

/** Asks why a provider is turned down, suspended or let go; the provider reads the answer. */
export function ReasonDialog(props: {
  asked: Asked | null;
  enrolmentId: EnrolmentId;
  name: string;
  onClose: () => void;
}) {
  const t = useWords("merchant");
  const common = useWords("common");
  const trpc = useTRPC();
  const tell = useToast();
  const [reason, setReason] = useState("");
  const [tried, setTried] = useState(false);
  const acts = {
    reject: useAct(trpc.programs.reject.mutationOptions()),
    suspend: useAct(trpc.programs.suspend.mutationOptions()),
    end: useAct(trpc.programs.end.mutationOptions()),
  };
  const { asked, enrolmentId, name } = props;
  if (!asked) return null;
  const { act, pending, refusal } = acts[asked];
  const send = async () => {
    setTried(true);
    if (!reason.trim()) return;
    if (!(await act({ enrolmentId, reason }))) return;
    tell(t(`providers.told.${asked}`, { name }));
    setReason("");
    setTried(false);
    props.onClose();
  };
  return (
    <Dialog
      open
      onOpenChange={props.onClose}
      title={t(`providers.ask.${asked}`, { name })}
      says={t(`providers.askSays.${asked}`)}
      foot={
        <>
          <Button size="large" onClick={props.onClose}>
            {common("action.cancel")}
          </Button>
          <Button size="large" kind="danger" pending={pending} onClick={send}>
            {t(`providers.${asked}`)}
          </Button>
        </>
      }
    >
      <Field
        label={t("providers.reason")}
        hint={t("providers.reasonHint", { name })}
        error={tried && !reason.trim() ? t("providers.reasonMissing") : null}
      >
        <Textarea value={reason} maxLength={MAX_REASON_LENGTH} onChange={(e) => setReason(e.target.value)} />
      </Field>
      <RefusalNote>{refusal}</RefusalNote>
    </Dialog>
  );
}
