"use client";
import { type FormEvent, useId } from "react";
import { useTRPC } from "#app/_trpc/client.tsx";
import { useAct } from "#app/_trpc/use-act.ts";
import { Button } from "#app/_ui/button.tsx";
import { Dialog } from "#app/_ui/dialog.tsx";
import { Field } from "#app/_ui/field.tsx";
import { Textarea } from "#app/_ui/textarea.tsx";
import { useToast } from "#app/_ui/toast.tsx";
import { useWords } from "#app/_words/use-words.ts";
import { type LeadId, MAX_REASON_LENGTH, MIN_REASON_LENGTH } from "#server/leads/lead.ts";

/** Asks why the merchant's decision is wrong; a person at Lode then decides. */
export function AppealDialog(props: { leadId: LeadId; open: boolean; onOpenChange: (open: boolean) => void }) {
  const t = useWords("provider");
  const common = useWords("common");
  const trpc = useTRPC();
  const tell = useToast();
  const form = useId();
  const appeal = useAct(trpc.leads.appeal.mutationOptions());
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const reason = String(new FormData(event.currentTarget).get("reason"));
    if (!(await appeal.act({ leadId: props.leadId, reason }))) return;
    props.onOpenChange(false);
    tell(t("leads.appealed"));
  };
  return (
    <Dialog
      open={props.open}
      onOpenChange={props.onOpenChange}
      title={t("leads.appealTitle")}
      says={t("leads.appealSays")}
      foot={
        <>
          <Button size="large" onClick={() => props.onOpenChange(false)}>
            {common("action.cancel")}
          </Button>
          <Button size="large" kind="primary" type="submit" form={form} pending={appeal.pending}>
            {t("leads.appealDo")}
          </Button>
        </>
      }
    >
      <form id={form} onSubmit={submit}>
        <Field label={t("leads.appealReason")} hint={t("leads.appealHint")} error={appeal.refusal}>
          <Textarea name="reason" required minLength={MIN_REASON_LENGTH} maxLength={MAX_REASON_LENGTH} />
        </Field>
      </form>
    </Dialog>
  );
}
